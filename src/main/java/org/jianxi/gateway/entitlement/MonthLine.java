package org.jianxi.gateway.entitlement;

import java.util.Optional;

/**
 * A unit's month of subsidy: what it comes to, what was claimed for it and what was paid for it.
 *
 * @param ruled whether a dated rule is in force in the month
 */
public record MonthLine(boolean ruled, Amounts entitled, Amounts claimed, Amounts paid) {

    /** Of no month: what sums begin with. */
    public static final MonthLine NONE = empty(true);

    static MonthLine empty(boolean ruled) {
        return new MonthLine(ruled, Amounts.NONE, Amounts.NONE, Amounts.NONE);
    }

    public MonthLine plus(MonthLine other) {
        return new MonthLine(
                ruled && other.ruled,
                entitled.plus(other.entitled),
                claimed.plus(other.claimed),
                paid.plus(other.paid));
    }

    MonthLine entitled(Amounts more) {
        return new MonthLine(ruled, entitled.plus(more), claimed, paid);
    }

    MonthLine claimed(Amounts more) {
        return new MonthLine(ruled, entitled, claimed.plus(more), paid);
    }

    MonthLine paid(Amounts more) {
        return new MonthLine(ruled, entitled, claimed, paid.plus(more));
    }

    /** Entitled less paid, in fen: below nothing where more was paid; empty where no rule says what it comes to. */
    public Optional<Long> difference() {
        return ruled ? Optional.of(entitled.total() - paid.total()) : Optional.empty();
    }
}
