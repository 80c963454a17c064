package org.jianxi.gateway.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.signing.CanonicalBytes;

/** What we sign, word for word: the body of a submission's entry and the content of its receipt, as canonical JSON. */
final class Statements {

    private Statements() {}

    /** The entry: what stands, and under which versions it was found to stand. */
    static byte[] entry(StoredSubmission submission, Digest root) {
        var body = facts(submission, root);
        var versions = submission.decision().versions();
        body.put("entry", Ledger.SUBMISSION);
        body.put("definition", versions.definition());
        body.put("mapping", versions.mapping());
        body.put("rules", versions.rules());
        return CanonicalBytes.of(body);
    }

    /** The receipt: the same facts with their place in the ledger. */
    static byte[] receipt(StoredSubmission submission, Digest root, LedgerEntry entry) {
        var content = facts(submission, root);
        content.put("receipt", 1L);
        content.put("entryHash", entry.leafHash().hex());
        content.put("position", entry.position());
        content.put("treeSize", entry.treeSize());
        content.put("treeHead", entry.treeHead().hex());
        return CanonicalBytes.of(content);
    }

    private static Map<String, Object> facts(StoredSubmission submission, Digest root) {
        var arrival = submission.arrival();
        var decision = submission.decision();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("submission", submission.id());
        facts.put("source", arrival.source().value());
        facts.put("sender", submission.sender().map(Sender::code).orElse(""));
        facts.put("dataset", submission.dataset());
        facts.put("period", submission.period().map(Period::toString).orElse(""));
        facts.put("form", decision.form().orElse(""));
        facts.put("revision", (long) submission.revision());
        facts.put("verdict", decision.verdict().wireName());
        facts.put("door", arrival.door().wireName());
        facts.put("digest", arrival.digest().hex());
        facts.put("size", arrival.size());
        facts.put("receivedAt", arrival.receivedAt().toString());
        facts.put("decidedAt", decision.decidedAt().toString());
        facts.put("deadline", decision.deadline());
        facts.put("late", decision.late());
        facts.put("calendar", decision.versions().calendar());
        facts.put("root", root.hex());
        return facts;
    }
}
