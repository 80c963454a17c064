package org.jianxi.gateway.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;

/**
 * The working days of Yunnan's offices: the ordinary week, over it the national schedules, beside it the local holidays.
 *
 * <p>Only the national layer moves deadlines; whose days count is a reading the notice leaves open, and this is its stated
 * default. A year without a schedule knows the holidays that the law puts on fixed dates and no more.
 *
 * @param version name and fingerprint of the data; part of every answer
 * @param national by date, make-up days included
 * @param notices the notice that published each known year's schedule
 * @param everyYear days off by law on fixed dates
 */
public record WorkingCalendar(
        String version,
        ZoneId zone,
        SortedMap<LocalDate, SpecialDay> national,
        SortedMap<Integer, String> notices,
        Map<MonthDay, String> everyYear,
        List<LocalHoliday> local) {

    public WorkingCalendar {
        national = Collections.unmodifiableSortedMap(new TreeMap<>(national));
        notices = Collections.unmodifiableSortedMap(new TreeMap<>(notices));
        everyYear = Map.copyOf(everyYear);
        local = List.copyOf(local);
    }

    /** The month that runs at that moment. */
    public Period monthOf(Instant moment) {
        return new Period(YearMonth.from(moment.atZone(zone)));
    }

    public Deadlines deadlinesOf(Period period) {
        return Deadlines.of(period, this);
    }

    /** Whether the year's schedule is known; otherwise everything said about the year is provisional. */
    public boolean isPublished(int year) {
        return notices.containsKey(year);
    }

    public boolean isWorkingDay(LocalDate day) {
        return special(day)
                .map(known -> known.kind() == SpecialDay.Kind.WORKDAY)
                .orElse(!isWeekend(day));
    }

    /** The {@code count}-th working day from {@code from} on, that day included; {@code count} is at least 1. */
    public LocalDate workingDay(LocalDate from, int count) {
        return Stream.iterate(from, day -> day.plusDays(1))
                .filter(this::isWorkingDay)
                .skip(count - 1L)
                .findFirst()
                .orElseThrow();
    }

    /** Days from {@code from} to {@code to}, both included, that count otherwise than their day of the week says. */
    public List<SpecialDay> outOfTheOrdinary(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .filter(day -> isWorkingDay(day) == isWeekend(day))
                .flatMap(day -> special(day).stream())
                .toList();
    }

    /** The sender's own holidays between the 1st of the next month and its deadline: a notice to it, never an extension. */
    public List<LocalHoliday> localNotices(Sender sender, Deadlines deadlines) {
        var from = deadlines.period().next().firstDay();
        return local.stream()
                .filter(holiday -> holiday.sender().equals(sender))
                .filter(holiday -> holiday.overlaps(from, deadlines.unitDay()))
                .toList();
    }

    /** Whether a holiday of the sender's own, of all and not of a group, is on that day, however sure it is. */
    public boolean isLocalHoliday(Sender sender, LocalDate day) {
        return local.stream()
                .filter(holiday -> holiday.sender().equals(sender) && holiday.isForAll())
                .anyMatch(holiday -> holiday.overlaps(day, day));
    }

    private Optional<SpecialDay> special(LocalDate day) {
        var scheduled = Optional.ofNullable(national.get(day));
        if (scheduled.isPresent() || isPublished(day.getYear())) {
            return scheduled;
        }
        return Optional.ofNullable(everyYear.get(MonthDay.from(day)))
                .map(name -> new SpecialDay(day, SpecialDay.Kind.HOLIDAY, name));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
