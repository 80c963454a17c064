package org.jianxi.gateway.calendar;

import java.time.LocalDate;

/**
 * A day that the State Council's schedule takes out of the ordinary week.
 *
 * @param name the festival it belongs to, such as 端午节
 */
public record SpecialDay(LocalDate date, Kind kind, String name) {

    /** What the schedule makes of the day. */
    public enum Kind {
        /** Off, whatever day of the week it is. */
        HOLIDAY,
        /** Worked to make up for a holiday (调休上班), although it is a Saturday or Sunday. */
        WORKDAY
    }
}
