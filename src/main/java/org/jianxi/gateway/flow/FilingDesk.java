package org.jianxi.gateway.flow;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.FiledReturns.Filed;
import org.jianxi.gateway.filing.MinistryMessage;
import org.jianxi.gateway.filing.Outbox;
import org.jianxi.gateway.filing.ProvincialReturn;
import org.jianxi.gateway.filing.ReturnDocuments;
import org.jianxi.gateway.filing.ReturnFormat;
import org.jianxi.gateway.ledger.LedgerLog;
import org.jianxi.gateway.signing.OwnSigners;
import org.jianxi.gateway.signing.Sm3;

/** Makes the return that is filed: its documents, its signature, its entry in the ledger, its place in the outbox. */
public final class FilingDesk {

    /** The kind of entry a filed provincial return makes. */
    public static final String PROVINCIAL_RETURN = "provincial-return";

    private final ReportingUnits units;
    private final OwnSigners signers;
    private final LedgerLog log;
    private final FiledReturns filedReturns;
    private final Outgoing outgoing;

    public FilingDesk(
            ReportingUnits units, OwnSigners signers, LedgerLog log, FiledReturns filedReturns, Outgoing outgoing) {
        this.units = units;
        this.signers = signers;
        this.log = log;
        this.filedReturns = filedReturns;
        this.outgoing = outgoing;
    }

    /** What is to be sent, and the calendar that says until when it would be in time. */
    public record Outgoing(Outbox outbox, WorkingCalendar calendar) {}

    /** All in the caller's transaction: a return is filed whole or not at all. */
    Filed file(ProvincialView view, String approvedBy, String filedBy, Instant now) {
        var documents = new ReturnDocuments(view.form(), units);
        var content = new ProvincialReturn(view.revision(), view.figures(), ProvincialReturn.FilledIn.BLANK);
        var document = documents.write(ReturnFormat.XML, content);
        var filed = new Filed(
                view.figures().period(),
                view.revision(),
                messageId(view),
                view.figures().ledgerPosition().orElseThrow(),
                view.digest(),
                documents.write(ReturnFormat.JSON, content),
                document,
                signers.own().signDetached(document),
                signers.signSecond(document),
                approvedBy,
                filedBy,
                now);
        filedReturns.add(filed);
        log.append(PROVINCIAL_RETURN, filed.messageId(), statement(filed), now);
        send(filed);
        return filed;
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

    private static Map<String, Object> statement(Filed filed) {
        var body = new LinkedHashMap<String, Object>();
        body.put("messageId", filed.messageId());
        body.put("period", filed.period().toString());
        body.put("revision", (long) filed.revision());
        body.put("ledgerPosition", filed.ledgerPosition());
        body.put("figures", filed.figures().hex());
        body.put("content", Sm3.of(filed.content()).hex());
        body.put("document", Sm3.of(filed.document()).hex());
        body.put("approvedBy", filed.approvedBy());
        body.put("filedBy", filed.filedBy());
        body.put("filedAt", filed.filedAt().toString());
        return body;
    }
}
