package org.jianxi.gateway.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jianxi.gateway.canonical.Period;

/**
 * Until when the returns of one period are in time.
 *
 * <p>The units file within the first 2 working days of the next month (云人社发〔2023〕18号 四), the province within the first
 * 5 (人社部发〔2023〕27号 四). Each deadline is the end of its day, 24:00 in Shanghai; a return received at that very instant is in time.
 *
 * @param unitDay the 2nd working day of the next month
 * @param provinceDay the 5th
 * @param provisional that year's schedule is not published: the days may still move
 * @param moved holidays and make-up days up to the province's day that moved either deadline
 * @param zone Asia/Shanghai
 * @param calendarVersion what the answer rests on
 */
public record Deadlines(
        Period period,
        LocalDate unitDay,
        LocalDate provinceDay,
        boolean provisional,
        List<SpecialDay> moved,
        ZoneId zone,
        String calendarVersion) {

    private static final int UNIT_WORKING_DAYS = 2;
    private static final int PROVINCE_WORKING_DAYS = 5;

    public Deadlines {
        moved = List.copyOf(moved);
    }

    public static Deadlines of(Period period, WorkingCalendar calendar) {
        var first = period.next().firstDay();
        var unitDay = calendar.workingDay(first, UNIT_WORKING_DAYS);
        var provinceDay = calendar.workingDay(first, PROVINCE_WORKING_DAYS);
        return new Deadlines(
                period,
                unitDay,
                provinceDay,
                !calendar.isPublished(provinceDay.getYear()),
                calendar.outOfTheOrdinary(first, provinceDay),
                calendar.zone(),
                calendar.version());
    }

    /** The first instant that is not before the end of the units' day. */
    public Instant unitDeadline() {
        return endOf(unitDay);
    }

    public Instant provinceDeadline() {
        return endOf(provinceDay);
    }

    /** Whether a unit's return received then is late. */
    public boolean isLate(Instant received) {
        return received.isAfter(unitDeadline());
    }

    public boolean isLateForProvince(Instant filed) {
        return filed.isAfter(provinceDeadline());
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
