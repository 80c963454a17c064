package org.jianxi.gateway.flow;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.Approvals;
import org.jianxi.gateway.filing.Approvals.Approval;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.ledger.Audit;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The province's own steps at month end: one person approves the figures, another files them.
 *
 * <p>An approval holds for exactly the figures it was given for; a submission accepted afterwards makes it lapse.
 * After a filing the same two steps file its correction.
 */
public final class MonthEndFlow {

    private final NextFilings nextFilings;
    private final Approvals approvals;
    private final FiledReturns filedReturns;
    private final FilingDesk desk;
    private final Acts acts;

    public MonthEndFlow(
            NextFilings nextFilings, Approvals approvals, FiledReturns filedReturns, FilingDesk desk, Acts acts) {
        this.nextFilings = nextFilings;
        this.approvals = approvals;
        this.filedReturns = filedReturns;
        this.desk = desk;
        this.acts = acts;
    }

    /** Where and when the office's acts happen: in one transaction, by one clock, with one audit row, on a whole ledger. */
    public record Acts(TransactionOperations transaction, Audit audit, Clock clock, LedgerGuard guard) {

        void record(String actor, String action, Period period, Instant at) {
            audit.record(at, new Audit.Deed(actor, action, period.toString(), ""));
        }
    }

    /** Approves the figures as they stand. Every gap must be named in {@code acceptedGaps}. */
    public Step approve(Period period, String officer, Collection<Sender> acceptedGaps) {
        return inTurn(period, (next, now) -> {
            var view = next.view();
            var refused = Refusals.ofApproval(next, acceptedGaps);
            if (!refused.isEmpty()) {
                return new Step.NotNow(refused);
            }
            approvals.add(new Approval(
                    period,
                    view.revision(),
                    view.digest(),
                    view.figures().ledgerPosition().orElseThrow(),
                    view.gaps(),
                    officer,
                    now));
            acts.record(officer, "return-approved", period, now);
            return new Step.Done(view, "approved", "");
        });
    }

    /** Files what another person approved: signed, entered in the ledger and put into the outbox in one transaction. */
    public Step file(Period period, String officer) {
        return inTurn(period, (next, now) -> {
            var view = next.view();
            acts.guard().requireWhole();
            var given = given(view);
            var refused = Refusals.ofFiling(next, given, officer);
            if (!refused.isEmpty()) {
                return new Step.NotNow(refused);
            }
            var approvedBy = byAnother(given, officer).orElseThrow().approvedBy();
            var filed = desk.file(next, new FilingDesk.Officers(approvedBy, officer), now);
            acts.record(officer, "return-filed", period, now);
            return new Step.Done(view, "filed", filed.messageId());
        });
    }

    /** Approved for this very filing: what was approved for one that the ministry then rejected is approved anew. */
    private List<Approval> given(ProvincialView view) {
        return approvals.of(view.figures().period(), view.digest()).stream()
                .filter(one -> one.revision() == view.revision())
                .toList();
    }

    private Step inTurn(Period period, Turn turn) {
        return acts.transaction().execute(status -> {
            filedReturns.lock(period);
            return turn.take(nextFilings.of(period), acts.clock().instant());
        });
    }

    static Optional<Approval> byAnother(List<Approval> given, String officer) {
        return given.stream().filter(one -> !one.approvedBy().equals(officer)).findFirst();
    }

    private interface Turn {
        Step take(NextFiling next, Instant now);
    }
}
