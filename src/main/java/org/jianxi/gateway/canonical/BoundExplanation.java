package org.jianxi.gateway.canonical;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An explanation (说明) tied to what it explained: it holds for the same rule in the same wording over the same figures, and
 * lapses when any of these changes.
 *
 * @param ruleVersion the rule's definition when the explanation was given
 * @param values the figures the rule looked at, as in the finding
 * @param previous last month's figures the rule looked at
 */
public record BoundExplanation(
        String rule,
        String ruleVersion,
        SortedMap<Integer, String> values,
        SortedMap<Integer, String> previous,
        String text) {

    public BoundExplanation {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        previous = Collections.unmodifiableSortedMap(new TreeMap<>(previous));
    }

    /** Whether it still explains this finding of the rule in that version. */
    public boolean holdsFor(Finding finding, String version) {
        return rule.equals(finding.rule())
                && ruleVersion.equals(version)
                && values.equals(finding.values())
                && previous.equals(finding.previous());
    }
}
