package org.jianxi.gateway.forms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/** The unit a figure is printed in. Amounts are kept in the smallest whole part: one 个, one 人, one fen (分). */
public enum Unit {
    GE("个", 0, 0),
    PEOPLE("人", 0, 0),
    TEN_THOUSAND_YUAN("万元", 6, 2);

    /** A return states at most nine digits before the point; more is a slip of the keyboard, not a figure. */
    private static final BigDecimal LIMIT = new BigDecimal("1000000000");

    private final String printed;
    private final int exactDecimals;
    private final int printedDecimals;

    Unit(String printed, int exactDecimals, int printedDecimals) {
        this.printed = printed;
        this.exactDecimals = exactDecimals;
        this.printedDecimals = printedDecimals;
    }

    /** As the form prints it: 个, 人, 万元. */
    public String printed() {
        return printed;
    }

    public boolean isMoney() {
        return this == TEN_THOUSAND_YUAN;
    }

    /** Decimals that can be told apart: 6 for 万元 (one fen is 0.000001 万元), none for heads. */
    public int exactDecimals() {
        return exactDecimals;
    }

    /**
     * The amount of smallest parts in {@code value}; empty when it is negative, has more than nine digits before the
     * point or is finer than the smallest part. Nothing is ever rounded on the way in.
     */
    public Optional<Long> amountOf(BigDecimal value) {
        if (value.signum() < 0
                || value.compareTo(LIMIT) >= 0
                || value.stripTrailingZeros().scale() > exactDecimals) {
            return Optional.empty();
        }
        return Optional.of(value.movePointRight(exactDecimals).longValueExact());
    }

    /** As the form prints it: whole heads, 万元 with two decimals HALF_UP (return-form reading of indicator 14). */
    public String print(long amount) {
        return BigDecimal.valueOf(amount, exactDecimals)
                .setScale(printedDecimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Nothing lost: at least the printed decimals, at most the exact ones. */
    public String printExact(long amount) {
        var exact = BigDecimal.valueOf(amount, exactDecimals).stripTrailingZeros();
        return exact.setScale(Math.max(printedDecimals, exact.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** Whether the amount can be printed without rounding, as a figure filed in whole 0.01 万元 can. */
    public boolean printsExactly(long amount) {
        return new BigDecimal(print(amount)).compareTo(BigDecimal.valueOf(amount, exactDecimals)) == 0;
    }

    public static Optional<Unit> printedAs(String text) {
        return Stream.of(values()).filter(unit -> unit.printed.equals(text)).findFirst();
    }
}
