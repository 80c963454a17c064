package org.jianxi.gateway.console.office;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.flow.PeriodWindow;

/**
 * One month as the office sees it.
 *
 * @param asOf when it was looked at, in Shanghai
 */
public record MonthPage(
        Period period,
        Countdown units,
        Countdown province,
        boolean provisional,
        String calendar,
        List<SenderRow> rows,
        LocalDateTime asOf) {

    public MonthPage {
        rows = List.copyOf(rows);
    }

    static MonthPage of(PeriodWindow window, WorkingCalendar calendar, Instant now) {
        var deadlines = window.deadlines();
        var standings = window.standings();
        var rows = IntStream.range(0, standings.size())
                .mapToObj(at -> SenderRow.of(
                        at + 1,
                        standings.get(at),
                        calendar.localNotices(standings.get(at).unit().sender(), deadlines),
                        deadlines.zone()))
                .toList();
        return new MonthPage(
                deadlines.period(),
                Countdown.ofUnits(deadlines, now),
                Countdown.ofProvince(deadlines, now),
                deadlines.provisional(),
                deadlines.calendarVersion(),
                rows,
                LocalDateTime.ofInstant(now, deadlines.zone()));
    }

    /** How many senders' returns stand. */
    public long filed() {
        return rows.stream().filter(row -> row.revision().isPresent()).count();
    }

    public long count(String standing) {
        return rows.stream().filter(row -> row.standing().equals(standing)).count();
    }

    /** Returns that came, but not in time. */
    public long late() {
        return rows.stream()
                .filter(row -> row.late() && row.revision().isPresent())
                .count();
    }
}
