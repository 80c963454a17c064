package org.jianxi.gateway.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import org.jianxi.gateway.canonical.SignedReceipt;
import org.jianxi.gateway.ledger.KeptFiles.KeptFile;
import org.jianxi.gateway.signing.SaltedLeaves;
import org.jianxi.gateway.signing.Signer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes a decided submission in, whole: body, row, leaves, entry and receipt, all in the caller's transaction.
 *
 * <p>Nothing is accepted in part. When the transaction does not commit, none of it was there. What was not accepted has an entry
 * too, so that nobody can make it never have come.
 */
public final class Ledger {

    /** The kind of entry an accepted monthly return makes. */
    public static final String SUBMISSION = Verdict.ACCEPTED.entryKind();

    private final Bodies bodies;
    private final Submissions submissions;
    private final WaitingDeliveries waiting;
    private final Leaves leaves;
    private final LedgerLog log;
    private final Receipts receipts;
    private final KeptFiles keptFiles;
    private final Checkpoints checkpoints;
    private final Signer signer;

    public Ledger(JdbcClient jdbc, Signer signer, Bodies bodies) {
        this.bodies = bodies;
        this.submissions = new Submissions(jdbc, bodies);
        this.waiting = new WaitingDeliveries(jdbc);
        this.leaves = new Leaves(jdbc);
        this.log = new LedgerLog(jdbc);
        this.receipts = new Receipts(jdbc);
        this.keptFiles = new KeptFiles(jdbc);
        this.checkpoints = new Checkpoints(jdbc, log, signer);
        this.signer = signer;
    }

    public Submissions submissions() {
        return submissions;
    }

    public WaitingDeliveries waiting() {
        return waiting;
    }

    public LedgerLog log() {
        return log;
    }

    public Receipts receipts() {
        return receipts;
    }

    public Leaves leaves() {
        return leaves;
    }

    public KeptFiles keptFiles() {
        return keptFiles;
    }

    public Checkpoints checkpoints() {
        return checkpoints;
    }

    /** A submission with all that its verdict rests on. */
    public record Acceptance(
            StoredSubmission submission, byte[] content, SaltedLeaves leaves, List<KeptFile> versions) {
        public Acceptance {
            versions = List.copyOf(versions);
        }
    }

    /** Records an accepted submission and issues its receipt. */
    public SignedReceipt accept(Acceptance accepted) {
        var submission = accepted.submission();
        store(submission, accepted.content());
        leaves.add(submission.id(), accepted.leaves());
        keptFiles.keep(accepted.versions());
        var root = accepted.leaves().root();
        var entry = log.append(
                SUBMISSION,
                submission.id(),
                Statements.entry(submission, root),
                submission.decision().decidedAt());
        var statement = new LinkedHashMap<>(Statements.receipt(submission, root, entry));
        receipts.before(submission.sender().orElseThrow(), entry.position())
                .ifPresent(earlier -> statement.putAll(
                        Statements.since(earlier, log.proofs().consistency(earlier.treeSize(), entry.treeSize()))));
        var text = Statements.bytes(statement);
        var receipt = new SignedReceipt(text, signer.sign(text));
        receipts.add(submission, entry.position(), receipt);
        return receipt;
    }

    /** Records a submission that was not accepted: its body, what was decided and on what files that rested, and that it came. */
    public void keep(StoredSubmission submission, byte[] content, List<KeptFile> versions) {
        store(submission, content);
        keptFiles.keep(versions);
        log.append(
                submission.decision().verdict().entryKind(),
                submission.id(),
                Statements.notAccepted(submission),
                submission.decision().decidedAt());
    }

    /** Keeps a delivery, its body first, before anybody reads it. It has no entry yet: that is made with its verdict. */
    public void await(WaitingDelivery delivery, byte[] content) {
        var arrival = delivery.arrival();
        bodies.keep(delivery.dataset(), arrival.receivedAt(), arrival.digest(), content);
        waiting.add(delivery);
    }

    private void store(StoredSubmission submission, byte[] content) {
        var arrival = submission.arrival();
        bodies.keep(submission.dataset(), arrival.receivedAt(), arrival.digest(), content);
        submissions.add(submission);
    }
}
