package org.jianxi.gateway.validation;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.BoundExplanation;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MonthlyReturn;

/**
 * Whether a return may stand.
 *
 * @param accepted the whole return, its revision still 1; empty when any finding is an error
 * @param findings everything that was found on the way, in order: reading, heading, figures
 * @param explanations those in force, to be kept for the next revision
 */
public record Judgement(Optional<MonthlyReturn> accepted, List<Finding> findings, List<BoundExplanation> explanations) {

    public Judgement {
        findings = List.copyOf(findings);
        explanations = List.copyOf(explanations);
    }
}
