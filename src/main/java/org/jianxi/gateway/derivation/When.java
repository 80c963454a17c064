package org.jianxi.gateway.derivation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Period;
import org.jspecify.annotations.Nullable;

/** Where a date lies, seen from a month; first and last day belong to it. */
public enum When {
    IN_MONTH("inMonth") {
        @Override
        boolean holds(@Nullable LocalDate day, Period month) {
            return day != null && !day.isBefore(month.firstDay()) && !day.isAfter(month.lastDay());
        }
    },
    /** From 1 January to the month's last day. */
    IN_YEAR("inYear") {
        @Override
        boolean holds(@Nullable LocalDate day, Period month) {
            return day != null && day.getYear() == month.year() && !day.isAfter(month.lastDay());
        }
    },
    BEGUN("begun") {
        @Override
        boolean holds(@Nullable LocalDate day, Period month) {
            return day != null && !day.isAfter(month.lastDay());
        }
    },
    NOT_YET("notYet") {
        @Override
        boolean holds(@Nullable LocalDate day, Period month) {
            return day == null || day.isAfter(month.lastDay());
        }
    },
    LASTING("lasting") {
        @Override
        boolean holds(@Nullable LocalDate day, Period month) {
            return day == null || !day.isBefore(month.lastDay());
        }
    };

    private final String written;

    When(String written) {
        this.written = written;
    }

    abstract boolean holds(@Nullable LocalDate day, Period month);

    /** Whether a column that nobody keeps may be read as blank in every record. */
    boolean allowsBlank() {
        return this == NOT_YET || this == LASTING;
    }

    static Optional<When> written(String word) {
        return Stream.of(values()).filter(one -> one.written.equals(word)).findFirst();
    }
}
