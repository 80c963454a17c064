package org.jianxi.gateway.duties;

import java.util.List;
import java.util.stream.IntStream;
import org.jianxi.gateway.canonical.Period;

/**
 * A quarter of a year, written {@code 2023-Q1}.
 *
 * @param number from 1
 */
public record Quarter(int year, int number) {

    private static final int MONTHS = 3;

    public static Quarter of(Period month) {
        return new Quarter(month.year(), (month.month().getMonthValue() + MONTHS - 1) / MONTHS);
    }

    /** Those of the month's year that have begun by its end. */
    public static List<Quarter> ofYearUpTo(Period month) {
        return IntStream.rangeClosed(1, of(month).number())
                .mapToObj(number -> new Quarter(month.year(), number))
                .toList();
    }

    boolean isOverAtTheEndOf(Period month) {
        return month.year() > year || month.year() == year && month.month().getMonthValue() >= number * MONTHS;
    }

    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
