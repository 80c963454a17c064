package org.jianxi.gateway.entitlement;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the money looks at of one trainee's placement with a unit.
 *
 * @param id leads payments to it; may be about a person and is never told
 * @param ends its two ends, and how it ended
 * @param contractFrom first day of the labour contract with the unit
 * @param cancelled it never was: it has no month, and counts in no rate
 * @param place where the record stands, such as {@code placements.csv:12}
 */
public record Placement(
        String id,
        String unit,
        LocalDate startOn,
        Ends ends,
        @Nullable LocalDate contractFrom,
        boolean cancelled,
        String place) {

    private static final String EARLY_RETAINED = "EARLY_RETAINED";
    private static final String RETAINED = "RETAINED";

    /** Dates include the day itself; null for what is not known yet. Codes are the dictionary's. */
    public record Ends(
            @Nullable LocalDate plannedOn,
            @Nullable LocalDate actualOn,
            @Nullable String kind,
            @Nullable String outcome) {}

    /** The day that attendance ends or is to end; empty where nobody knows. */
    Optional<LocalDate> attendedTo() {
        return Optional.ofNullable(ends.actualOn()).or(() -> Optional.ofNullable(ends.plannedOn()));
    }

    /** The day that the subsidy's term ends: the agreed one where a contract was signed before it. */
    Optional<LocalDate> termTo() {
        return isRetainedEarly() ? Optional.ofNullable(ends.plannedOn()) : attendedTo();
    }

    /** The unit signed a labour contract before the placement was to end. */
    boolean isRetainedEarly() {
        return EARLY_RETAINED.equals(ends.kind())
                && ends.actualOn() != null
                && ends.plannedOn() != null
                && ends.actualOn().isBefore(ends.plannedOn())
                && contract().filter(day -> !day.isAfter(ends.plannedOn())).isPresent();
    }

    /** The contract's first day; where it is not told, the day the placement ended for it. */
    Optional<LocalDate> contract() {
        return Optional.ofNullable(contractFrom).or(() -> Optional.ofNullable(ends.actualOn()));
    }

    /** Indicator 9's reading: retained before term, or with that outcome. */
    boolean isRetained() {
        return EARLY_RETAINED.equals(ends.kind()) || RETAINED.equals(ends.outcome());
    }

    /** The day it ended, where it did by then. */
    Optional<LocalDate> endedBy(LocalDate day) {
        return Optional.ofNullable(ends.actualOn()).filter(end -> !end.isAfter(day));
    }
}
