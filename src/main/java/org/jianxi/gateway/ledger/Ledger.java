package org.jianxi.gateway.ledger;

import org.jianxi.gateway.canonical.SignedReceipt;
import org.jianxi.gateway.signing.SaltedLeaves;
import org.jianxi.gateway.signing.Signer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes a decided submission in, whole: body, row, leaves, entry and receipt, all in the caller's transaction.
 *
 * <p>Nothing is accepted in part. When the transaction does not commit, none of it was there.
 */
public final class Ledger {

    /** The kind of entry an accepted monthly return makes. */
    public static final String SUBMISSION = "submission";

    private final Submissions submissions;
    private final Leaves leaves;
    private final LedgerLog log;
    private final Receipts receipts;
    private final Signer signer;

    public Ledger(JdbcClient jdbc, Signer signer) {
        this.submissions = new Submissions(jdbc);
        this.leaves = new Leaves(jdbc);
        this.log = new LedgerLog(jdbc, signer);
        this.receipts = new Receipts(jdbc);
        this.signer = signer;
    }

    public Submissions submissions() {
        return submissions;
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

    /** Records an accepted submission and issues its receipt. */
    public SignedReceipt accept(StoredSubmission submission, byte[] content, SaltedLeaves salted) {
        keep(submission, content);
        leaves.add(submission.id(), salted);
        var root = salted.root();
        var entry = log.append(
                SUBMISSION,
                submission.id(),
                Statements.entry(submission, root),
                submission.decision().decidedAt());
        var text = Statements.receipt(submission, root, entry);
        var receipt = new SignedReceipt(text, signer.sign(text));
        receipts.add(submission.id(), entry.position(), receipt);
        return receipt;
    }

    /** Records a submission that is not in the ledger: its body, and what was decided. */
    public void keep(StoredSubmission submission, byte[] content) {
        submissions.keepContent(submission.arrival().digest(), content);
        submissions.add(submission);
    }
}
