package org.jianxi.gateway.entitlement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Questions as they come up: all are counted, of each rule the first thousand are kept. */
final class Questions {

    private static final int MOST_OF_EACH = 1_000;

    private final Map<EntitlementRule, List<Question>> kept = new EnumMap<>(EntitlementRule.class);
    private final Map<EntitlementRule, Long> asked = new EnumMap<>(EntitlementRule.class);

    void add(Question question) {
        asked.merge(question.rule(), 1L, Long::sum);
        var same = kept.computeIfAbsent(question.rule(), none -> new ArrayList<>());
        if (same.size() < MOST_OF_EACH) {
            same.add(question);
        }
    }

    List<Question> kept() {
        return kept.values().stream().flatMap(List::stream).toList();
    }

    Map<EntitlementRule, Long> asked() {
        return asked;
    }
}
