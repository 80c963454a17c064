package org.jianxi.gateway.flow;

import java.util.List;
import java.util.Set;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.filing.Approvals;
import org.jianxi.gateway.filing.Approvals.Approval;
import org.jianxi.gateway.filing.month.Month;
import org.jianxi.gateway.filing.month.MonthFacts;

/** Finds out where a month stands, from what is stored. Changes nothing. */
public record Months(NextFilings next, Approvals approvals, FilingStatus status) {

    public MonthStanding of(Period period) {
        var filing = next.of(period);
        return new MonthStanding(filing, Month.of(facts(filing)));
    }

    /** The approvals that hold: for these very figures, and for the filing that comes next. Newest first. */
    public List<Approval> given(NextFiling filing) {
        var view = filing.view();
        return approvals.of(view.figures().period(), view.digest()).stream()
                .filter(one -> one.revision() == view.revision())
                .toList();
    }

    private MonthFacts facts(NextFiling filing) {
        var view = filing.view();
        return new MonthFacts(
                status.all(view.figures().period()).stream().map(Months::filing).toList(),
                filing.isUnchanged(),
                given(filing).stream().map(Approval::approvedBy).toList(),
                Set.copyOf(view.gaps()),
                Set.of());
    }

    private static MonthFacts.Filing filing(FilingStatus.Progress progress) {
        var filed = progress.filed();
        return new MonthFacts.Filing(progress.outbox().state(), filed.approvedBy(), filed.filedBy());
    }
}
