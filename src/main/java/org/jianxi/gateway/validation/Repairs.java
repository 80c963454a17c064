package org.jianxi.gateway.validation;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Repair;
import org.jianxi.gateway.canonical.Repair.Bound;
import org.jianxi.gateway.canonical.Repair.Kind;
import org.jianxi.gateway.forms.ReturnForm;

/** The smallest change of each figure alone that would mend a relation. What would need a figure below zero is left out. */
record Repairs(ReturnForm form, Figures current) {

    /**
     * @param margin left less right (or right less left) of an inequality, which is below zero and must not be
     * @param order the indicators as the relation names them
     */
    List<Repair> ofInequality(Sum margin, List<Integer> order) {
        return order.stream().flatMap(one -> raise(one, margin).stream()).toList();
    }

    /** @param difference left less right of an equation, which is not zero and must be */
    List<Repair> ofEquation(Sum difference, List<Integer> order) {
        return order.stream().flatMap(one -> balance(one, difference).stream()).toList();
    }

    private Optional<Repair> raise(int indicator, Sum margin) {
        var weight = weight(indicator, margin);
        if (weight.signum() == 0) {
            return Optional.empty();
        }
        var lacking = margin.total().negate();
        var step = lacking.add(weight.abs()).subtract(BigInteger.ONE).divide(weight.abs());
        return weight.signum() > 0
                ? repair(indicator, Kind.MIN, amount(indicator).add(step))
                : repair(indicator, Kind.MAX, amount(indicator).subtract(step));
    }

    private Optional<Repair> balance(int indicator, Sum difference) {
        var weight = weight(indicator, difference);
        if (weight.signum() == 0 || difference.total().mod(weight.abs()).signum() != 0) {
            return Optional.empty();
        }
        return repair(
                indicator,
                Kind.EXACTLY,
                amount(indicator).subtract(difference.total().divide(weight)));
    }

    private Optional<Repair> repair(int indicator, Kind kind, BigInteger amount) {
        if (amount.signum() < 0 || amount.bitLength() > 62) {
            return Optional.empty();
        }
        var printed = form.indicator(indicator).unit().printExact(amount.longValueExact());
        return Optional.of(new Repair(new TreeMap<>(Map.of(indicator, new Bound(kind, printed)))));
    }

    private static BigInteger weight(int indicator, Sum sum) {
        return BigInteger.valueOf(Objects.requireNonNullElse(sum.weights().get(indicator), 0));
    }

    private BigInteger amount(int indicator) {
        return BigInteger.valueOf(current.of(indicator));
    }
}
