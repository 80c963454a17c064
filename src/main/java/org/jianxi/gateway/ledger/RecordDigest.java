package org.jianxi.gateway.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.Sm3;

/** One hash over a whole row of {@code submission}, so that no column of it can change without its entry saying so. */
final class RecordDigest {

    private RecordDigest() {}

    /** SM3 of the columns as canonical JSON; an absent column is absent there, bytes stand as their SM3. */
    static Digest of(StoredSubmission submission) {
        var columns = new TreeMap<String, Object>();
        columns.put("id", submission.id());
        columns.put("dataset", submission.dataset());
        put(columns, "sender", submission.sender().map(Sender::code));
        put(columns, "period", submission.period().map(Period::toString));
        arrival(columns, submission.arrival());
        decision(columns, submission.decision());
        return Sm3.of(CanonicalBytes.of(columns));
    }

    private static void arrival(Map<String, Object> columns, Arrival arrival) {
        columns.put("source", arrival.source().value());
        columns.put("door", arrival.door().name());
        columns.put("media_type", arrival.mediaType().name());
        put(columns, "file_name", arrival.fileName());
        columns.put("received_at", arrival.receivedAt().toString());
        columns.put("digest", arrival.digest().hex());
        columns.put("size", arrival.size());
        put(columns, "sender_signature", digest(arrival.senderSignature()));
        put(columns, "signer", arrival.signer().map(Digest::hex));
        put(columns, "idempotency_key", arrival.idempotencyKey());
        put(columns, "said_senders", arrival.said().map(Said::senders));
        put(columns, "said_period", arrival.said().map(Said::period));
    }

    private static void decision(Map<String, Object> columns, Decision decision) {
        var versions = decision.versions();
        columns.put("verdict", decision.verdict().wireName());
        columns.put("decided_at", decision.decidedAt().toString());
        put(columns, "revision", decision.revision());
        put(columns, "form", decision.form());
        columns.put("definition", versions.definition());
        columns.put("mapping", versions.mapping());
        columns.put("rules", versions.rules());
        columns.put("calendar", versions.calendar());
        columns.put("calendar_files", versions.calendarFiles());
        columns.put("deadline", decision.deadline());
        columns.put("late", decision.late());
        columns.put("findings", decision.findings());
        columns.put("explanations", decision.explanations());
        put(columns, "canonical", digest(decision.canonical()));
        columns.put("places", decision.places());
    }

    private static Optional<String> digest(Optional<byte[]> bytes) {
        return bytes.map(Sm3::of).map(Digest::hex);
    }

    private static void put(Map<String, Object> columns, String name, Optional<?> value) {
        value.ifPresent(some -> columns.put(name, some));
    }
}
