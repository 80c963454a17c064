package org.jianxi.gateway.console.office;

import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.filing.Approvals.Withdrawal;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.filing.Reasons.Reason;
import org.jianxi.gateway.flow.RepeatedExplanations;

/**
 * What the return's page says of the month beside its figures.
 *
 * @param returned units whose return was sent back and that have not answered
 * @param withdrawn approvals that were taken back, newest first
 * @param withdrawable whether an approval holds that may be taken back
 * @param reasons to choose from for taking one back
 * @param repeats how often the month's explanations say what was said before
 */
public record WorkflowPart(
        Bilingual state,
        List<ReportingUnit> returned,
        List<Withdrawn> withdrawn,
        boolean withdrawable,
        List<Reason> reasons,
        RepeatedExplanations repeats) {

    public WorkflowPart {
        returned = List.copyOf(returned);
        withdrawn = List.copyOf(withdrawn);
        reasons = List.copyOf(reasons);
    }

    /** A withdrawal with its reason in words. */
    public record Withdrawn(Withdrawal act, Bilingual reason) {

        static Withdrawn of(Withdrawal act, Reasons reasons) {
            return new Withdrawn(act, ReasonWords.of(reasons, Reasons.Use.WITHDRAW_APPROVAL, act.reason()));
        }
    }
}
