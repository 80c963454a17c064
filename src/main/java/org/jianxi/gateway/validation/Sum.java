package org.jianxi.gateway.validation;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.forms.Relation.Term;

/**
 * One side of a relation with the figures put in: how often each current figure counts, and what it comes to in smallest
 * parts.
 */
record Sum(Map<Integer, Integer> weights, BigInteger total) {

    static final Sum ZERO = new Sum(Map.of(), BigInteger.ZERO);

    Sum {
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
    }

    /** Empty when a figure is not there: a rule says nothing about what it cannot see. */
    static Optional<Sum> of(Collection<Term> terms, Figures current, Optional<Figures> previous) {
        var sum = ZERO;
        for (var term : terms) {
            var figures = term.previous() ? previous : Optional.of(current);
            var amount = figures.flatMap(known -> known.find(term.indicator()));
            if (amount.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(term, amount.get());
        }
        return Optional.of(sum);
    }

    Sum minus(Sum other) {
        var difference = new TreeMap<>(weights);
        other.weights.forEach((indicator, weight) -> difference.merge(indicator, -weight, Integer::sum));
        return new Sum(difference, total.subtract(other.total));
    }

    private Sum plus(Term term, long amount) {
        var sign = term.negative() ? -1 : 1;
        var counted = new TreeMap<>(weights);
        if (!term.previous()) {
            counted.merge(term.indicator(), sign, Integer::sum);
        }
        return new Sum(counted, total.add(BigInteger.valueOf(amount).multiply(BigInteger.valueOf(sign))));
    }
}
