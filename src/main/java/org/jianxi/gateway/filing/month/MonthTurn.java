package org.jianxi.gateway.filing.month;

import java.util.Set;

/** How an act on a month ends. */
public sealed interface MonthTurn {

    record Now(Month month) implements MonthTurn {}

    /** Nothing has changed. In the order of {@link Refusal}. */
    record Refused(Set<Refusal> reasons) implements MonthTurn {}

    default Set<Refusal> reasons() {
        return this instanceof Refused refused ? refused.reasons() : Set.of();
    }
}
