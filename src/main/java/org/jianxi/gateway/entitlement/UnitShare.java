package org.jianxi.gateway.entitlement;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Period;

/** How a unit's placements ended, month by month, and from which month on enough of its trainees were retained. */
final class UnitShare {

    private final TreeMap<Period, Map<String, Retained>> ends = new TreeMap<>();

    void add(Period month, String kind, boolean retained) {
        ends.computeIfAbsent(month, none -> new HashMap<>())
                .merge(kind, new Retained(1, retained ? 1 : 0), Retained::plus);
    }

    /** Of the ends counted together with {@code month}, those up to it. */
    Retained through(Period month, SubsidyRules.Difference rule) {
        return ends.subMap(rule.span().firstMonth(month), true, month, true).values().stream()
                .flatMap(kinds -> kinds.entrySet().stream())
                .filter(kind -> rule.among().contains(kind.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Retained.NOBODY, Retained::plus);
    }

    /**
     * The month in which the difference for a placement becomes due: at its end where the rate is reached then, or as soon afterwards as the
     * rate is reached within the same span. What is due stays due, so a month once told never changes.
     */
    Optional<Period> due(Period ended, SubsidyRules.Difference rule, Period through) {
        var last = rule.span().lastMonth(ended);
        for (var month = ended; month.compareTo(last) <= 0 && month.compareTo(through) <= 0; month = month.next()) {
            var share = through(month, rule);
            if (rule.isReached(share.ended(), share.retained())) {
                return Optional.of(month);
            }
        }
        return Optional.empty();
    }
}
