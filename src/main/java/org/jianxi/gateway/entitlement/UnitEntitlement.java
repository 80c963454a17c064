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

    /** Of the months that rules speak of. */
    public MonthLine total() {
        return months.values().stream().filter(MonthLine::ruled).reduce(MonthLine.empty(true), MonthLine::plus);
    }
}
