package org.jianxi.gateway.canonical;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** The calendar month a return speaks of (本期), written {@code 2023-06}. 本期 is the month alone, never accumulated [note 6]. */
public record Period(YearMonth month) implements Comparable<Period> {

    private static final Pattern WRITTEN = Pattern.compile("[0-9]{4}-[0-9]{2}");

    /** Reads {@code 2023-06} and nothing else; empty when the text is not such a month. */
    public static Optional<Period> parse(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Period(YearMonth.parse(text)));
        } catch (DateTimeException notAMonth) {
            return Optional.empty();
        }
    }

    /** For literals in code and data we wrote ourselves; throws {@link IllegalArgumentException} on anything else. */
    public static Period of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("Not a period: " + text));
    }

    public Period previous() {
        return new Period(month.minusMonths(1));
    }

    public Period next() {
        return new Period(month.plusMonths(1));
    }

    public LocalDate firstDay() {
        return month.atDay(1);
    }

    public LocalDate lastDay() {
        return month.atEndOfMonth();
    }

    public int year() {
        return month.getYear();
    }

    public boolean isJanuary() {
        return month.getMonthValue() == 1;
    }

    @Override
    public int compareTo(Period other) {
        return month.compareTo(other.month);
    }

    @Override
    public String toString() {
        return month.toString();
    }
}
