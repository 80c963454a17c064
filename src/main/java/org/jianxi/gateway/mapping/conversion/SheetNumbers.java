package org.jianxi.gateway.mapping.conversion;

import java.math.BigDecimal;
import org.jianxi.gateway.mapping.table.Value;

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
