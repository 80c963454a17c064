package org.jianxi.gateway.flow;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.Approvals;
import org.jianxi.gateway.filing.Approvals.Approval;
import org.jianxi.gateway.filing.ReturnedSubmissions;
import org.jianxi.gateway.filing.ReturnedSubmissions.SentBack;
import org.jianxi.gateway.filing.month.Month;
import org.jianxi.gateway.filing.month.MonthFacts;

/** Finds out where a month stands, from what is stored. Changes nothing. */
public record Months(NextFilings next, Approvals approvals, FilingStatus status, ReturnedSubmissions returned) {

    public MonthStanding of(Period period) {
        var filing = next.of(period);
        return new MonthStanding(filing, Month.of(facts(filing)));
    }

    /**
     * The approvals that hold: for these very figures, for the filing that comes next, and given with everything in view that was
     * sent back. Newest first.
     */
    public List<Approval> given(NextFiling filing) {
        var view = filing.view();
        var period = view.figures().period();
        var sentBackAt = returned.of(period).stream()
                .mapToLong(one -> one.position())
                .max()
                .orElse(-1);
        return approvals.of(period, view.digest()).stream()
                .filter(one -> one.revision() == view.revision() && one.ledgerPosition() > sentBackAt)
                .toList();
    }

    /** Whose return was sent back and not answered. */
    private Set<Sender> open(Period period) {
        return returned.of(period).stream()
                .filter(SentBack::isOpen)
                .map(one -> one.act().sender())
                .collect(Collectors.toSet());
    }

    private MonthFacts facts(NextFiling filing) {
        var view = filing.view();
        return new MonthFacts(
                status.all(view.figures().period()).stream().map(Months::filing).toList(),
                filing.isUnchanged(),
                given(filing).stream().map(Approval::approvedBy).toList(),
                Set.copyOf(view.gaps()),
                open(view.figures().period()));
    }

    private static MonthFacts.Filing filing(FilingStatus.Progress progress) {
        var filed = progress.filed();
        return new MonthFacts.Filing(progress.outbox().state(), filed.approvedBy(), filed.filedBy());
    }
}
