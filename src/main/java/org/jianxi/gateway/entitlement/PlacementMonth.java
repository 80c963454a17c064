package org.jianxi.gateway.entitlement;

import org.jianxi.gateway.canonical.Period;

/** One month of a placement, from a day to the day before the same day of the next month. It belongs to the month it begins in. */
public sealed interface PlacementMonth {

    /** From 1. */
    int number();

    Period month();

    /** What it pays monthly; nothing where it is not subsidised. */
    default long fen() {
        return 0;
    }

    /** What the retention difference would add to it. */
    default long more() {
        return 0;
    }

    /** In post. */
    record Served(int number, Period month, long fen, long more) implements PlacementMonth {}

    /** Left of the term by an early labour contract. */
    record Remaining(int number, Period month, long fen, long more) implements PlacementMonth {}

    record Unsubsidised(int number, Period month, Why why) implements PlacementMonth {}

    /** Why a month is not subsidised. */
    enum Why {
        /** Too few days are left of it. */
        PART,
        /** More months than are subsidised for one placement. */
        OVER_TERM,
        /** Left by an early contract, outside the span in which such months are subsidised. */
        OUTSIDE_SPAN,
        /** No dated rule speaks of the month. */
        NO_RULE
    }
}
