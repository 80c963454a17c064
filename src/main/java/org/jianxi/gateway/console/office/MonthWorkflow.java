package org.jianxi.gateway.console.office;

import java.util.List;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.filing.Approvals.Approval;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.flow.Explanations;
import org.jianxi.gateway.flow.MonthStanding;
import org.jianxi.gateway.flow.Months;
import org.springframework.stereotype.Component;

/** Asks what the return's page shows of the month's workflow. */
@Component
class MonthWorkflow {

    private final Months months;
    private final Explanations explanations;
    private final Reasons reasons;
    private final ReportingUnits units;

    MonthWorkflow(Months months, Explanations explanations, Reasons reasons, ReportingUnits units) {
        this.months = months;
        this.explanations = explanations;
        this.reasons = reasons;
        this.units = units;
    }

    MonthStanding standing(Period period) {
        return months.of(period);
    }

    /** The approvals that hold, newest first. */
    List<Approval> approvals(MonthStanding standing) {
        return months.given(standing.next());
    }

    WorkflowPart part(MonthStanding standing) {
        var month = standing.month();
        var period = standing.next().view().figures().period();
        return new WorkflowPart(
                month.title(),
                units.inOrder().stream()
                        .filter(unit -> month.facts().returned().contains(unit.sender()))
                        .toList(),
                months.approvals().withdrawals(period).stream()
                        .map(one -> WorkflowPart.Withdrawn.of(one, reasons))
                        .toList(),
                month.isApproved(),
                reasons.of(Reasons.Use.WITHDRAW_APPROVAL),
                explanations.of(period));
    }
}
