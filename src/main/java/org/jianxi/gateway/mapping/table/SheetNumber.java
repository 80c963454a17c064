package org.jianxi.gateway.mapping.table;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as spreadsheets keep them. */
final class SheetNumber {

    private static final int MOST_DIGITS = 15;

    private SheetNumber() {}

    /**
     * The number a cell shows: spreadsheets keep doubles and show 15 digits, 1.1 is stored as 1.1000000000000001 and means 1.1.
     * Throws {@link NumberFormatException} for what is no number.
     */
    static BigDecimal read(String written) {
        if (written.length() <= MOST_DIGITS && isPlain(written)) {
            return isWhole(written)
                    ? BigDecimal.valueOf(Long.parseLong(written))
                    : new BigDecimal(written).stripTrailingZeros();
        }
        var number = Double.parseDouble(written);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException("not a number");
        }
        return new BigDecimal(number).round(new MathContext(MOST_DIGITS)).stripTrailingZeros();
    }

    private static boolean isWhole(String plain) {
        return plain.indexOf('.') < 0;
    }

    private static boolean isPlain(String written) {
        for (var at = 0; at < written.length(); at++) {
            var one = written.charAt(at);
            if ((one < '0' || one > '9') && one != '.' && (one != '-' || at > 0)) {
                return false;
            }
        }
        return !written.isEmpty();
    }
}
