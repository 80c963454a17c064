package org.jianxi.gateway.ledger;

import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SignedReceipt;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The receipts as issued; the original is returned for ever. */
public final class Receipts {

    private final JdbcClient jdbc;

    public Receipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a sender's receipt said of the tree.
     *
     * @param treeSize entries then, its own the last
     */
    public record Earlier(String submissionId, long treeSize, Digest treeHead) {}

    public void add(StoredSubmission submission, long position, SignedReceipt receipt) {
        jdbc.sql("""
                        insert into receipt (submission_id, sender, position, content, cms)
                        values (:id, :sender, :position, :content, :cms)
                        """)
                .param("id", submission.id())
                .param("sender", submission.sender().map(Sender::code).orElseThrow())
                .param("position", position)
                .param("content", receipt.content())
                .param("cms", receipt.cms())
                .update();
    }

    public Optional<SignedReceipt> find(String submissionId) {
        return jdbc.sql("select content, cms from receipt where submission_id = :id")
                .param("id", submissionId)
                .query((row, number) -> new SignedReceipt(row.getBytes("content"), row.getBytes("cms")))
                .optional();
    }

    /** A receipt with the columns that say whose it is and where. */
    record Stored(String sender, long position, SignedReceipt issued) {

        String place() {
            return sender + " at " + position;
        }
    }

    Optional<Stored> stored(String submissionId) {
        return jdbc.sql("select * from receipt where submission_id = :id")
                .param("id", submissionId)
                .query((row, number) -> new Stored(
                        row.getString("sender"),
                        row.getLong("position"),
                        new SignedReceipt(row.getBytes("content"), row.getBytes("cms"))))
                .optional();
    }

    /** The receipt this sender got last before the entry at this position. */
    public Optional<Earlier> before(Sender sender, long position) {
        return jdbc.sql("""
                        select submission_id, position, tree_head from receipt join ledger_entry using (position)
                        where sender = :sender and position < :position order by position desc limit 1
                        """)
                .param("sender", sender.code())
                .param("position", position)
                .query((row, number) -> new Earlier(
                        row.getString("submission_id"),
                        row.getLong("position") + 1,
                        Digest.of(row.getBytes("tree_head"))))
                .optional();
    }
}
