package org.jianxi.gateway.flow;

import java.security.SecureRandom;
import java.time.Instant;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.FiledReturns.Filed;
import org.jianxi.gateway.filing.MinistryMessage;
import org.jianxi.gateway.filing.Outbox;
import org.jianxi.gateway.filing.ProvincialReturn;
import org.jianxi.gateway.filing.ReturnDocuments;
import org.jianxi.gateway.filing.ReturnFormat;
import org.jianxi.gateway.filing.SupplementaryDocuments;
import org.jianxi.gateway.filing.SupplementaryReturn;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.signing.OwnSigners;
import org.jianxi.gateway.signing.SaltedLeaves;

/** Makes the return that is filed: its documents, its signature, its entry in the ledger, its place in the outbox. */
public final class FilingDesk {

    /** The kind of entry a filed provincial return makes. */
    public static final String PROVINCIAL_RETURN = "provincial-return";

    private final ReportingUnits units;
    private final Sealing sealing;
    private final Ledger ledger;
    private final FiledReturns filedReturns;
    private final Outgoing outgoing;

    public FilingDesk(
            ReportingUnits units, Sealing sealing, Ledger ledger, FiledReturns filedReturns, Outgoing outgoing) {
        this.units = units;
        this.sealing = sealing;
        this.ledger = ledger;
        this.filedReturns = filedReturns;
        this.outgoing = outgoing;
    }

    /** What is to be sent, the calendar that says until when it would be in time, and who else is told. */
    public record Outgoing(Outbox outbox, WorkingCalendar calendar, CorrectionNotices notices) {}

    /** What makes a return ours: the keys it is signed with, and the randomness its leaves are salted with. */
    public record Sealing(OwnSigners signers, SecureRandom random) {}

    /** The two people behind a filing. */
    record Officers(String approvedBy, String filedBy) {}

    /** All in the caller's transaction: a return is filed whole or not at all. */
    Filed file(NextFiling next, Officers officers, Instant now) {
        var view = next.view();
        var document = document(next);
        var filed = new Filed(
                view.figures().period(),
                view.revision(),
                messageId(view),
                view.figures().ledgerPosition().orElseThrow(),
                view.digest(),
                new ReturnDocuments(view.form(), units).write(ReturnFormat.JSON, view.toFile()),
                document,
                sealing.signers().own().signDetached(document),
                sealing.signers().signSecond(document),
                next.correction().map(one -> correction(view, one)),
                officers.approvedBy(),
                officers.filedBy(),
                now);
        filedReturns.add(filed);
        var leaves = SaltedLeaves.salting(view.leaves(), sealing.random());
        ledger.leaves().add(filed.messageId(), leaves);
        var statement = FilingStatement.of(filed, leaves, next);
        ledger.log().append(PROVINCIAL_RETURN, filed.messageId(), statement, now);
        send(filed);
        next.correction().ifPresent(correction -> outgoing.notices().filed(filed, correction));
        return filed;
    }

    /** The full form, and in a correction the difference with it: one document, one signature. */
    private byte[] document(NextFiling next) {
        var form = next.view().form();
        return next.correction()
                .map(new SupplementaryDocuments(form, units)::document)
                .orElseGet(() -> new ReturnDocuments(form, units)
                        .write(ReturnFormat.XML, next.view().toFile()));
    }

    private FiledReturns.Correction correction(ProvincialView view, SupplementaryReturn correction) {
        var difference = new SupplementaryDocuments(view.form(), units).difference(correction);
        return new FiledReturns.Correction(
                correction.number(), correction.corrects().messageId(), difference);
    }

    private void send(Filed filed) {
        var message = new MinistryMessage(
                filed.messageId(),
                filed.period(),
                filed.revision(),
                ReturnFormat.XML.contentType(),
                filed.document(),
                filed.signature());
        var deadline = outgoing.calendar().deadlinesOf(filed.period()).provinceDeadline();
        outgoing.outbox().enqueue(message, deadline, filed.filedAt());
    }

    /** The same however often it is sent, and telling enough to be asked for by telephone. */
    private static String messageId(ProvincialView view) {
        return "%s-%s-%d"
                .formatted(ProvincialReturn.PROVINCE.sender(), view.figures().period(), view.revision());
    }
}
