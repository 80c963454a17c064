package org.jianxi.gateway.registries.query;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How long an answer of a query service stands before the same person is asked for again. */
public enum Freshness {
    DAILY,
    WEEKLY,
    MONTHLY;

    static Freshness named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Of the time that today is part of; weeks begin on Mondays. */
    LocalDate firstDay(LocalDate today) {
        return switch (this) {
            case DAILY -> today;
            case WEEKLY -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> today.withDayOfMonth(1);
        };
    }
}
