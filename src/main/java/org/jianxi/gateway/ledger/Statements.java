package org.jianxi.gateway.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.ConsistencyProof;
import org.jianxi.gateway.signing.Sm3;

/** What we state, word for word: the facts of a submission's entry and the content of its receipt. */
final class Statements {

    private Statements() {}

    /** The entry of an accepted submission: what stands, and under which versions it was found to stand. */
    static Map<String, Object> entry(StoredSubmission submission, Digest root) {
        var facts = facts(submission);
        var versions = submission.decision().versions();
        facts.put("root", root.hex());
        facts.put("retention", "");
        facts.put("definition", versions.definition());
        facts.put("mapping", versions.mapping());
        facts.put("rules", versions.rules());
        facts.put("calendarFiles", versions.calendarFiles());
        facts.put("canonical", digestOf(submission.decision().canonical()));
        facts.put("record", RecordDigest.of(submission).hex());
        return facts;
    }

    /** The entry of a delivery that was not accepted: that it came, when, and that its row is this one. */
    static Map<String, Object> notAccepted(StoredSubmission submission) {
        var facts = facts(submission);
        facts.remove("revision");
        facts.put("record", RecordDigest.of(submission).hex());
        return facts;
    }

    /** The receipt: the same facts with their place in the ledger. */
    static Map<String, Object> receipt(StoredSubmission submission, Digest root, LedgerEntry entry) {
        var content = facts(submission);
        content.put("receipt", 1L);
        content.put("root", root.hex());
        content.put("entryHash", entry.leafHash().hex());
        content.put("position", entry.position());
        content.put("treeSize", entry.treeSize());
        content.put("treeHead", entry.treeHead().hex());
        return content;
    }

    /** What ties a receipt to the one its sender got before: nothing was changed or dropped in between. */
    static Map<String, Object> since(Receipts.Earlier earlier, ConsistencyProof proof) {
        var before = Map.of(
                "submission", earlier.submissionId(),
                "treeSize", earlier.treeSize(),
                "treeHead", earlier.treeHead().hex());
        List<String> path =
                proof.path().stream().map(hash -> Digest.of(hash).hex()).toList();
        return Map.of("previous", before, "consistency", path);
    }

    private static Map<String, Object> facts(StoredSubmission submission) {
        var arrival = submission.arrival();
        var decision = submission.decision();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("submission", submission.id());
        facts.put("source", arrival.source().value());
        facts.put("sender", submission.sender().map(Sender::code).orElse(""));
        facts.put("dataset", submission.dataset());
        facts.put("period", submission.period().map(Period::toString).orElse(""));
        facts.put("form", decision.form().orElse(""));
        facts.put("revision", (long) decision.revision().orElse(0));
        facts.put("verdict", decision.verdict().wireName());
        facts.put("door", arrival.door().wireName());
        facts.put("digest", arrival.digest().hex());
        facts.put("size", arrival.size());
        facts.put("signature", digestOf(arrival.senderSignature()));
        facts.put("signer", arrival.signer().map(Digest::hex).orElse(""));
        facts.put("receivedAt", arrival.receivedAt().toString());
        facts.put("decidedAt", decision.decidedAt().toString());
        facts.put("deadline", decision.deadline());
        facts.put("late", decision.late());
        facts.put("calendar", decision.versions().calendar());
        return facts;
    }

    static byte[] bytes(Map<String, ?> statement) {
        return CanonicalBytes.of(statement);
    }

    private static String digestOf(Optional<byte[]> bytes) {
        return bytes.map(Sm3::of).map(Digest::hex).orElse("");
    }
}
