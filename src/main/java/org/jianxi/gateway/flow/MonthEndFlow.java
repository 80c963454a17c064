package org.jianxi.gateway.flow;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.Approvals.Approval;
import org.jianxi.gateway.filing.Approvals.Withdrawal;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.filing.month.MonthAct;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.ledger.LedgerLog;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The province's own steps at month end: one person approves the figures, another files them.
 *
 * <p>An approval holds for exactly the figures it was given for; a submission accepted afterwards makes it lapse.
 * After a filing the same two steps file its correction.
 */
public final class MonthEndFlow {

    /** The kinds of entry it makes in the ledger beside the filing's own. */
    static final String APPROVED = "return-approved";

    static final String WITHDRAWN = "approval-withdrawn";

    private final Months months;
    private final FiledReturns filedReturns;
    private final FilingDesk desk;
    private final Reasons reasons;
    private final Acts acts;

    public MonthEndFlow(Months months, FiledReturns filedReturns, FilingDesk desk, Reasons reasons, Acts acts) {
        this.months = months;
        this.filedReturns = filedReturns;
        this.desk = desk;
        this.reasons = reasons;
        this.acts = acts;
    }

    /** Where and when the office's acts happen: in one transaction, by one clock, with one audit row and one entry, on a whole ledger. */
    public record Acts(TransactionOperations transaction, Audit audit, Clock clock, LedgerGuard guard, LedgerLog log) {

        void record(String actor, String action, Period period, Instant at) {
            audit.record(at, new Audit.Deed(actor, action, period.toString(), ""));
        }
    }

    /** Approves the figures as they stand, where nothing was sent back. Every gap must be named in {@code acceptedGaps}. */
    public Step approve(Period period, String officer, Collection<Sender> acceptedGaps) {
        return approve(period, officer, acceptedGaps, Set.of());
    }

    /** @param acceptedReturned every sender whose return was sent back and that has not answered: its figures count as they are */
    public Step approve(
            Period period, String officer, Collection<Sender> acceptedGaps, Collection<Sender> acceptedReturned) {
        var act = new MonthAct.Approve(officer, Set.copyOf(acceptedGaps), Set.copyOf(acceptedReturned));
        return inTurn(period, act, (standing, now) -> {
            var view = standing.next().view();
            record(new Approval(
                    period,
                    view.revision(),
                    view.digest(),
                    view.figures().ledgerPosition().orElseThrow(),
                    view.gaps(),
                    List.copyOf(standing.month().facts().returned()),
                    officer,
                    now));
            acts.record(officer, APPROVED, period, now);
            return new Step.Done(view, "approved", "");
        });
    }

    /** Files what another person approved: signed, entered in the ledger and put into the outbox in one transaction. */
    public Step file(Period period, String officer) {
        return inTurn(period, new MonthAct.File(officer), (standing, now) -> {
            var approvedBy = standing.month().facts().approverBeside(officer).orElseThrow();
            var filed = desk.file(standing.next(), new FilingDesk.Officers(approvedBy, officer), now);
            acts.record(officer, "return-filed", period, now);
            return new Step.Done(standing.next().view(), "filed", filed.messageId());
        });
    }

    /** Takes the approvals of the figures as they stand back (撤回审核), whoever gave them; never one that was filed. */
    public OfficeStep withdrawApproval(Period period, String officer, WrittenReason why) {
        var wrong = why.findings(reasons, Reasons.Use.WITHDRAW_APPROVAL);
        if (!wrong.isEmpty()) {
            return new OfficeStep.Wrong(wrong);
        }
        var step = inTurn(period, new MonthAct.WithdrawApproval(officer), (standing, now) -> {
            var given = months.given(standing.next()).getFirst();
            record(given, new Withdrawal(officer, now, why.reason(), why.text()));
            acts.audit().record(now, new Audit.Deed(officer, WITHDRAWN, period.toString(), why.reason()));
            return new Step.Done(standing.next().view(), WITHDRAWN, "");
        });
        return switch (step) {
            case Step.Done done -> new OfficeStep.Done();
            case Step.NotNow notNow -> new OfficeStep.NotNow(notNow.findings());
        };
    }

    private void record(Approval one) {
        var subject = one.period() + "/" + (months.approvals().given(one.period()) + 1);
        var entry = acts.log().append(APPROVED, subject, OfficeStatements.of(one), one.approvedAt());
        months.approvals().add(one, entry.position());
    }

    private void record(Approval given, Withdrawal act) {
        var taken = months.approvals().standing(given);
        var subject = given.period() + "/" + (months.approvals().withdrawn(given.period()) + 1);
        var entry = acts.log().append(WITHDRAWN, subject, OfficeStatements.ofWithdrawal(taken, act), act.at());
        months.approvals().withdraw(given, act, entry.position());
    }

    /** What may be done is the month's to say; here it is only carried out. */
    private Step inTurn(Period period, MonthAct act, Turn turn) {
        return acts.transaction().execute(status -> {
            filedReturns.lock(period);
            if (act instanceof MonthAct.File) {
                acts.guard().requireWhole();
            }
            var standing = months.of(period);
            var refused = refused(standing, act);
            return refused.isEmpty() ? turn.take(standing, acts.clock().instant()) : new Step.NotNow(refused);
        });
    }

    private static List<Finding> refused(MonthStanding standing, MonthAct act) {
        var ground = Refusals.ofGround(standing.next());
        return ground.isEmpty() ? new Refusals(standing, act).findings() : ground;
    }

    private interface Turn {
        Step take(MonthStanding standing, Instant now);
    }
}
