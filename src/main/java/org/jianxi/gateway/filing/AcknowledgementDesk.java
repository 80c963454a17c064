package org.jianxi.gateway.filing;

import java.time.Instant;
import org.jianxi.gateway.filing.Acknowledgement.Verdict;
import org.jianxi.gateway.filing.AcknowledgementVerifier.Checked;
import org.jianxi.gateway.filing.Incidents.Incident;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes in what the ministry says, as an answer or pushed. A genuine acknowledgement and the message's new state are stored in one
 * transaction; a wrong one becomes an incident and never closes anything; the same one again changes nothing.
 */
public final class AcknowledgementDesk {

    private final FilingStore store;
    private final AcknowledgementVerifier verifier;
    private final TransactionOperations transactions;
    private final AfterAcknowledged after;

    public AcknowledgementDesk(
            FilingStore store,
            AcknowledgementVerifier verifier,
            TransactionOperations transactions,
            AfterAcknowledged after) {
        this.store = store;
        this.verifier = verifier;
        this.transactions = transactions;
        this.after = after;
    }

    /** One that came as the answer to {@code message}. Whether it was its acknowledgement. */
    public boolean takeAnswer(MinistryMessage message, SignedAcknowledgement signed, Instant now) {
        return switch (verifier.verify(signed, message, now)) {
            case Checked.Wrong wrong -> wrong(wrong, message.messageId(), signed, now);
            case Checked.Genuine genuine -> record(genuine.acknowledgement(), signed, now);
        };
    }

    /** One that the ministry sent by itself. Whether it was an acknowledgement of a message of ours. */
    public boolean takePushed(SignedAcknowledgement signed, Instant now) {
        return switch (verifier.verify(signed, now)) {
            case Checked.Wrong wrong -> wrong(wrong, "pushed", signed, now);
            case Checked.Genuine genuine -> takeGenuine(genuine.acknowledgement(), signed, now);
        };
    }

    private boolean takeGenuine(Acknowledgement acknowledgement, SignedAcknowledgement signed, Instant now) {
        var entry = store.outbox().find(acknowledgement.messageId());
        if (entry.isEmpty()) {
            report("acknowledgement-unknown-message", acknowledgement.messageId(), "no such message was sent", now);
            return false;
        }
        return takeAnswer(entry.get().message(), signed, now);
    }

    private boolean wrong(Checked.Wrong wrong, String subject, SignedAcknowledgement signed, Instant now) {
        store.incidents()
                .report(new Incident(wrong.fault().wireName(), subject, wrong.detail(), now), signed.content());
        return false;
    }

    private boolean record(Acknowledgement acknowledgement, SignedAcknowledgement signed, Instant now) {
        transactions.executeWithoutResult(status -> {
            var entry = store.outbox().lock(acknowledgement.messageId()).orElseThrow();
            if (store.acknowledgements().add(acknowledgement, signed, now)) {
                settle(entry, acknowledgement, now);
                after.recorded(entry.message(), acknowledgement, signed);
            }
        });
        return true;
    }

    private void settle(Outbox.Entry entry, Acknowledgement acknowledgement, Instant now) {
        var id = acknowledgement.messageId();
        var rejected = acknowledgement.verdict() == Verdict.REJECTED;
        var reason = acknowledgement.reason().orElse("no reason given");
        if (rejected && entry.state() == OutboxState.ACKNOWLEDGED) {
            report("rejected-after-acceptance", id, reason, now);
        } else if (rejected) {
            report("rejected", id, reason, now);
        }
        if (!rejected && entry.state() == OutboxState.REJECTED) {
            report("accepted-after-rejection", id, acknowledgement.acknowledgementId(), now);
            return;
        }
        store.outbox().settle(id, rejected ? OutboxState.REJECTED : OutboxState.ACKNOWLEDGED);
    }

    private void report(String kind, String subject, String detail, Instant now) {
        store.incidents().report(new Incident(kind, subject, detail, now), new byte[0]);
    }
}
