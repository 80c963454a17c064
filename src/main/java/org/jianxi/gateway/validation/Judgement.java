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
 * @param form the edition it was judged by; empty when it did not come that far
 */
public record Judgement(
        Optional<MonthlyReturn> accepted,
        List<Finding> findings,
        List<BoundExplanation> explanations,
        Optional<String> form) {

    public Judgement {
        findings = List.copyOf(findings);
        explanations = List.copyOf(explanations);
    }

    /** Not judged by any form: what was found before that is all there is. */
    public static Judgement withoutForm(List<Finding> findings) {
        return new Judgement(Optional.empty(), findings, List.of(), Optional.empty());
    }

    /** The same return with more found; not accepted when any of it is an error. */
    public Judgement finding(List<Finding> all) {
        var standing = Finding.anyError(all) ? Optional.<MonthlyReturn>empty() : accepted;
        return new Judgement(standing, all, explanations, form);
    }
}
