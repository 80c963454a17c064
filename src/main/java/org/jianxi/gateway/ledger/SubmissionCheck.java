package org.jianxi.gateway.ledger;

import static org.jianxi.gateway.ledger.Breach.Kind.CONTENT_CHANGED;
import static org.jianxi.gateway.ledger.Breach.Kind.RECEIPT_CHANGED;
import static org.jianxi.gateway.ledger.Breach.Kind.ROW_CHANGED;
import static org.jianxi.gateway.ledger.Breach.Kind.ROW_MISSING;
import static org.jianxi.gateway.ledger.Breach.Kind.SIGNATURE_WRONG;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.Sm3;

/** An accepted submission against its entry: body, row, leaves and receipt, every column of each. */
final class SubmissionCheck implements EntryCheck {

    private final Submissions submissions;
    private final Bodies bodies;
    private final Receipts receipts;
    private final LedgerLog log;
    private final LeafCheck leaves;
    private final OwnSeals seals;

    SubmissionCheck(
            Submissions submissions,
            Bodies bodies,
            Receipts receipts,
            LedgerLog log,
            LeafCheck leaves,
            OwnSeals seals) {
        this.submissions = submissions;
        this.bodies = bodies;
        this.receipts = receipts;
        this.log = log;
        this.leaves = leaves;
        this.seals = seals;
    }

    @Override
    public Optional<Breach> check(LedgerEntry entry) {
        var found = submissions.find(entry.subject());
        if (found.isEmpty()) {
            return Optional.of(new Breach("submission", entry.subject(), ROW_MISSING, "a row", "none"));
        }
        var row = found.get();
        var stated = StatedFacts.of(entry);
        return changed(row, stated)
                .or(() -> content(row))
                .or(() -> row.isAccepted() ? accepted(entry, row, stated) : Optional.empty());
    }

    private static Optional<Breach> changed(StoredSubmission row, StatedFacts stated) {
        var record = RecordDigest.of(row).hex();
        if (record.equals(stated.text("record"))) {
            return Optional.empty();
        }
        var now =
                row.isAccepted() ? Statements.entry(row, new Digest(stated.text("root"))) : Statements.notAccepted(row);
        return stated.firstDifference(now, "record")
                .map(name -> new Breach(
                        "submission",
                        row.id() + " column of " + name,
                        ROW_CHANGED,
                        stated.text(name),
                        String.valueOf(now.get(name))))
                .or(() -> Optional.of(
                        new Breach("submission", row.id(), ROW_CHANGED, "record " + stated.text("record"), record)));
    }

    private Optional<Breach> content(StoredSubmission row) {
        var digest = row.arrival().digest();
        if (bodies.isClearAndDue(digest)) {
            return Optional.of(
                    new Breach("received_content", "personal_until of " + row.id(), CONTENT_CHANGED, "none", "a day"));
        }
        try {
            return submissions
                    .content(digest)
                    .map(bytes -> changed(row, digest, Sm3.of(bytes).hex()))
                    .orElseGet(() -> gone(row, digest));
        } catch (KeyProblem sealed) {
            return changed(row, digest, String.valueOf(sealed.getMessage()));
        }
    }

    private static Optional<Breach> changed(StoredSubmission row, Digest digest, String actual) {
        return actual.equals(digest.hex())
                ? Optional.empty()
                : Optional.of(
                        new Breach("received_content", "bytes of " + row.id(), CONTENT_CHANGED, digest.hex(), actual));
    }

    /** What held people goes after its day, and an entry says that it went. */
    private Optional<Breach> gone(StoredSubmission row, Digest digest) {
        return bodies.isErased(digest)
                        && log.latest(Erasures.ERASURE, Erasures.ofBody(digest)).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Breach("received_content", digest.hex(), ROW_MISSING, "bytes of " + row.id(), "none"));
    }

    private Optional<Breach> accepted(LedgerEntry entry, StoredSubmission row, StatedFacts stated) {
        return leaves.check(row.id(), stated).or(() -> receipt(entry, row, stated));
    }

    private Optional<Breach> receipt(LedgerEntry entry, StoredSubmission row, StatedFacts stated) {
        var found = receipts.stored(row.id());
        if (found.isEmpty()) {
            return Optional.of(new Breach("receipt", row.id(), ROW_MISSING, "a receipt", "none"));
        }
        var receipt = found.get();
        var statement = statement(entry, row, stated);
        var place = row.sender().orElseThrow().code() + " at " + entry.position();
        if (!receipt.place().equals(place)) {
            return Optional.of(new Breach("receipt", row.id(), RECEIPT_CHANGED, place, receipt.place()));
        }
        if (!Arrays.equals(receipt.issued().content(), statement)) {
            return Optional.of(new Breach(
                    "receipt",
                    row.id() + " content",
                    RECEIPT_CHANGED,
                    Sm3.of(statement).hex(),
                    Sm3.of(receipt.issued().content()).hex()));
        }
        return seals.isOver(receipt.issued().cms(), statement, row.decision().decidedAt())
                ? Optional.empty()
                : Optional.of(new Breach(
                        "receipt", row.id() + " cms", SIGNATURE_WRONG, "our seal over the content", "none such"));
    }

    /** The receipt as it must have been issued, made again from what came before it. */
    private byte[] statement(LedgerEntry entry, StoredSubmission row, StatedFacts stated) {
        Map<String, Object> statement =
                new LinkedHashMap<>(Statements.receipt(row, new Digest(stated.text("root")), entry));
        receipts.before(row.sender().orElseThrow(), entry.position())
                .ifPresent(earlier -> statement.putAll(
                        Statements.since(earlier, log.proofs().consistency(earlier.treeSize(), entry.treeSize()))));
        return Statements.bytes(statement);
    }
}
