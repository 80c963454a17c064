package org.jianxi.gateway.mapping.expression;

import java.math.BigDecimal;

/** A decimal in an expression: one number is one object, whatever zeros it was written with, so that == holds. */
public record ExactDecimal(BigDecimal number) implements Comparable<ExactDecimal> {

    public static ExactDecimal of(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return new ExactDecimal(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }

    public static ExactDecimal of(long number) {
        return new ExactDecimal(BigDecimal.valueOf(number));
    }

    ExactDecimal plus(ExactDecimal other) {
        return of(number.add(other.number));
    }

    ExactDecimal minus(ExactDecimal other) {
        return of(number.subtract(other.number));
    }

    ExactDecimal times(ExactDecimal other) {
        return of(number.multiply(other.number));
    }

    @Override
    public int compareTo(ExactDecimal other) {
        return number.compareTo(other.number);
    }
}
