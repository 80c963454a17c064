package org.jianxi.gateway.entitlement;

import java.util.List;
import java.util.Map;

/**
 * What a sender's units are entitled to, up to the end of a month, and what was claimed and paid.
 *
 * @param units by their id
 * @param questions in the order of the rules; of many the first of each
 * @param asked how many there are of each rule
 * @param explanations where what is due and what was paid differ, placement by placement; empty unless asked for
 * @param orphans payments that lead to no placement
 */
public record Entitlements(
        List<UnitEntitlement> units,
        Ceiling ceiling,
        List<Question> questions,
        Map<EntitlementRule, Long> asked,
        List<Explained> explanations,
        long orphans) {

    public Entitlements {
        units = List.copyOf(units);
        questions = List.copyOf(questions);
        asked = Map.copyOf(asked);
        explanations = List.copyOf(explanations);
    }

    /** Of the months that rules speak of. */
    public MonthLine total() {
        return units.stream().map(UnitEntitlement::total).reduce(MonthLine.NONE, MonthLine::plus);
    }
}
