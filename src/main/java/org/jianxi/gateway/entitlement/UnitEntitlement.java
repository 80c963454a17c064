package org.jianxi.gateway.entitlement;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Period;

/**
 * One unit's months.
 *
 * @param retained of the ends that the rules in force at the end of the time asked about count together
 * @param months ascending; those after the time asked about hold what was claimed or paid for them already
 */
public record UnitEntitlement(String unit, Retained retained, SortedMap<Period, MonthLine> months) {

    public UnitEntitlement {
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
    }

    /** Of the months from one to another, both among them, that rules speak of. */
    public MonthLine between(Period first, Period last) {
        return months.subMap(first, last.next()).values().stream()
                .filter(MonthLine::ruled)
                .reduce(MonthLine.NONE, MonthLine::plus);
    }

    /** Of the months that rules speak of. */
    public MonthLine total() {
        return months.values().stream().filter(MonthLine::ruled).reduce(MonthLine.NONE, MonthLine::plus);
    }
}
