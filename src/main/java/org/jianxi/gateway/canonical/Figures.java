package org.jianxi.gateway.canonical;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Figures by indicator number, each in its smallest whole amount: units, posts and people one by one, money in fen.
 *
 * <p>How many indicators there are is the form's business, not this type's. A number that is absent is absent: a blank is
 * not a zero. 万元 are made from fen once, at the very end (see {@code Indicator.print}).
 */
public record Figures(SortedMap<Integer, Long> amounts) {

    public static final Figures NONE = new Figures(new TreeMap<>());

    public Figures {
        amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
    }

    public static Figures of(Map<Integer, Long> amounts) {
        return new Figures(new TreeMap<>(amounts));
    }

    public Optional<Long> find(int indicator) {
        return Optional.ofNullable(amounts.get(indicator));
    }

    /** The amount of an indicator known to be present; throws {@link IllegalArgumentException} otherwise. */
    public long of(int indicator) {
        return find(indicator).orElseThrow(() -> new IllegalArgumentException("No figure " + indicator));
    }

    public Set<Integer> indicators() {
        return amounts.keySet();
    }

    public boolean covers(Set<Integer> indicators) {
        return amounts.keySet().containsAll(indicators);
    }

    public Figures with(int indicator, long amount) {
        var changed = new TreeMap<>(amounts);
        changed.put(indicator, amount);
        return new Figures(changed);
    }

    /** Indicator by indicator; {@link ArithmeticException} when a sum leaves 64 bits. An absent figure adds nothing. */
    public Figures plus(Figures other) {
        var sum = new TreeMap<>(amounts);
        other.amounts.forEach((indicator, amount) -> sum.merge(indicator, amount, Math::addExact));
        return new Figures(sum);
    }
}
