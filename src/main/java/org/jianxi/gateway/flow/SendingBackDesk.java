package org.jianxi.gateway.flow;

import java.time.Instant;
import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.filing.ReturnedSubmissions;
import org.jianxi.gateway.filing.ReturnedSubmissions.SendingBack;
import org.jianxi.gateway.filing.ReturnedSubmissions.SentBack;
import org.jianxi.gateway.filing.ReturnedSubmissions.TakingBack;
import org.jianxi.gateway.filing.month.MonthAct;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.ReturnKey;
import org.jianxi.gateway.ledger.StoredSubmission;

/**
 * Sends a unit's accepted return back to it (退回), and takes that back. No figure is touched: what the unit sent stands and counts until
 * the unit's own next revision takes its place.
 */
public final class SendingBackDesk {

    /** The kind of entry it makes in the ledger. */
    static final String ENTRY = "submission-returned";

    /** The kind of entry that taking it back makes. */
    static final String UNDONE = "submission-return-undone";

    private final Months months;
    private final Ledger ledger;
    private final FiledReturns filed;
    private final Book book;
    private final MonthEndFlow.Acts acts;

    public SendingBackDesk(Months months, Ledger ledger, FiledReturns filed, Book book, MonthEndFlow.Acts acts) {
        this.months = months;
        this.ledger = ledger;
        this.filed = filed;
        this.book = book;
        this.acts = acts;
    }

    /** Where it is written down, what it may be for, and who is told. */
    public record Book(ReturnedSubmissions returned, Reasons reasons, OfficeNotices notices) {}

    /** @param submission the return that stands; an older revision cannot be sent back */
    public OfficeStep sendBack(String submission, WrittenReason why, String officer) {
        return inTurn(submission, (one, at) -> {
            var wrong = why.findings(book.reasons(), Reasons.Use.RETURN_TO_SENDER);
            if (!wrong.isEmpty()) {
                return new OfficeStep.Wrong(wrong);
            }
            var refused = refused(one, new MonthAct.ReturnToSender(one.sender().orElseThrow()));
            if (!refused.isEmpty()) {
                return new OfficeStep.NotNow(refused);
            }
            record(one, why, officer, at);
            return new OfficeStep.Done();
        });
    }

    /** Before the unit has answered. */
    public OfficeStep takeBack(String submission, String officer) {
        return inTurn(submission, (one, at) -> {
            var open = book.returned().of(submission).stream()
                    .filter(SentBack::isOpen)
                    .findFirst();
            var refused = refused(one, new MonthAct.TakeBack(one.sender().orElseThrow()));
            if (!refused.isEmpty() || open.isEmpty()) {
                return new OfficeStep.NotNow(refused);
            }
            var act = new TakingBack(open.get(), officer, at);
            var subject = submission + "/" + open.get().position();
            var entry = ledger.log().append(UNDONE, subject, OfficeStatements.of(act), at);
            book.returned().undo(act, entry.position());
            acts.audit().record(at, new Audit.Deed(officer, UNDONE, submission, ""));
            book.notices().takenBack(open.get(), at);
            return new OfficeStep.Done();
        });
    }

    private OfficeStep inTurn(String submission, Turn turn) {
        var found = ledger.submissions()
                .find(submission)
                .filter(one -> one.isAccepted() && one.dataset().equals(Delivery.MONTHLY_RETURN));
        if (found.isEmpty()) {
            return new OfficeStep.NotThere();
        }
        var one = found.get();
        return acts.transaction().execute(status -> {
            filed.lock(one.period().orElseThrow());
            ledger.submissions().lock(key(one));
            return turn.take(one, acts.clock().instant());
        });
    }

    private List<Finding> refused(StoredSubmission one, MonthAct act) {
        var current =
                ledger.submissions().current(key(one)).filter(now -> now.id().equals(one.id()));
        if (current.isEmpty()) {
            var message = new Bilingual("该版报表已被新版取代", "a later revision has taken this one's place");
            return List.of(Finding.error(FlowRule.RETURN_TO_SENDER, Place.WHOLE, message));
        }
        return new Refusals(months.of(one.period().orElseThrow()), act).findings();
    }

    private void record(StoredSubmission one, WrittenReason why, String officer, Instant at) {
        var act = new SendingBack(
                one.id(),
                one.sender().orElseThrow(),
                one.period().orElseThrow(),
                one.revision(),
                why.reason(),
                why.text(),
                officer,
                at);
        var subject = one.id() + "/" + (book.returned().of(one.id()).size() + 1);
        var entry = ledger.log().append(ENTRY, subject, OfficeStatements.of(act), at);
        book.returned().add(act, entry.position());
        acts.audit().record(at, new Audit.Deed(officer, "submission-returned", one.id(), why.reason()));
        book.notices().sentBack(act, entry.position());
    }

    private static ReturnKey key(StoredSubmission one) {
        return new ReturnKey(
                one.sender().orElseThrow(), one.dataset(), one.period().orElseThrow());
    }

    private interface Turn {
        OfficeStep take(StoredSubmission one, Instant at);
    }
}
