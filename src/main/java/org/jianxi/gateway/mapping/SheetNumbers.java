package org.jianxi.gateway.mapping;

import java.math.BigDecimal;

/** Before any conversion of a long code out of a sheet: a number there is exact to 15 digits only. */
record SheetNumbers(Conversion inner) implements Conversion {

    @Override
    public Converted convert(Value value) {
        return value instanceof Value.Number number && isLong(number.value())
                ? Conversion.damaged()
                : inner.convert(value);
    }

    private static boolean isLong(BigDecimal number) {
        return number.precision() - (long) number.scale() > EXACT_DIGITS;
    }
}
