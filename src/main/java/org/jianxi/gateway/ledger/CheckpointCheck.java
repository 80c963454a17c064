package org.jianxi.gateway.ledger;

import static org.jianxi.gateway.ledger.Breach.Kind.CHECKPOINT_CHANGED;
import static org.jianxi.gateway.ledger.Breach.Kind.ROW_MISSING;
import static org.jianxi.gateway.ledger.Breach.Kind.SIGNATURE_WRONG;
import static org.jianxi.gateway.ledger.Breach.Kind.TREE_CHANGED;
import static org.jianxi.gateway.ledger.Breach.Kind.WENT_BACKWARDS;

import java.util.Arrays;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.MerkleTree;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The signed tree heads against the log they speak of. */
final class CheckpointCheck {

    private final JdbcClient jdbc;
    private final OwnSeals seals;

    CheckpointCheck(JdbcClient jdbc, OwnSeals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    /** @param size those of trees that are larger */
    Optional<Breach> above(long size) {
        return jdbc
                .sql("select * from checkpoint where tree_size > :size order by tree_size")
                .param("size", size)
                .query(Checkpoints::read)
                .list()
                .stream()
                .map(this::check)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** This one, and that the log is without gaps. */
    Optional<Breach> fits(Optional<Checkpoint> newest) {
        return newest.flatMap(this::check).or(this::gap);
    }

    /** That the entry is in the tree this checkpoint signs; entries newer than it are not covered yet. */
    Optional<Breach> covers(Optional<Checkpoint> newest, LedgerEntry entry) {
        return newest.filter(checkpoint -> entry.position() < checkpoint.treeSize())
                .filter(checkpoint -> !MerkleTree.sm3()
                        .shows(
                                new LedgerLog(jdbc).proofs().inclusion(entry.position(), checkpoint.treeSize()),
                                entry.leafHash().bytes(),
                                checkpoint.treeHead().bytes()))
                .map(checkpoint -> new Breach(
                        "ledger_entry",
                        "position " + entry.position(),
                        TREE_CHANGED,
                        "an entry under the checkpoint at " + checkpoint.treeSize(),
                        "none that leads to it"));
    }

    Optional<Checkpoint> newest() {
        return jdbc.sql("select * from checkpoint order by tree_size desc limit 1")
                .query(Checkpoints::read)
                .optional();
    }

    private Optional<Breach> check(Checkpoint checkpoint) {
        var place = "tree size " + checkpoint.treeSize();
        var head = jdbc.sql("select tree_head from ledger_entry where position = :last")
                .param("last", checkpoint.treeSize() - 1)
                .query((row, number) -> Digest.of(row.getBytes(1)))
                .optional();
        if (head.isEmpty()) {
            var size = new LedgerLog(jdbc).size() + " entries";
            return Optional.of(new Breach(
                    "ledger_entry", "as checkpointed", WENT_BACKWARDS, checkpoint.treeSize() + " entries", size));
        }
        if (!head.get().equals(checkpoint.treeHead())) {
            return Optional.of(new Breach(
                    "checkpoint",
                    place,
                    CHECKPOINT_CHANGED,
                    head.get().hex(),
                    checkpoint.treeHead().hex()));
        }
        var content = Checkpoints.content(checkpoint.treeSize(), checkpoint.treeHead(), checkpoint.signedAt());
        if (!Arrays.equals(content, checkpoint.content())) {
            return Optional.of(new Breach(
                    "checkpoint",
                    place + " content or signed_at",
                    CHECKPOINT_CHANGED,
                    "what the columns say",
                    "other"));
        }
        return seals.isOver(checkpoint.cms(), content, checkpoint.signedAt())
                ? Optional.empty()
                : Optional.of(new Breach("checkpoint", place + " cms", SIGNATURE_WRONG, "our seal", "none such"));
    }

    private Optional<Breach> gap() {
        return jdbc.sql("select count(*) as there, coalesce(max(position) + 1, 0) as size from ledger_entry")
                .query((row, number) -> row.getLong("there") == row.getLong("size")
                        ? Optional.<Breach>empty()
                        : Optional.of(new Breach(
                                "ledger_entry",
                                "some position below " + row.getLong("size"),
                                ROW_MISSING,
                                row.getLong("size") + " entries",
                                row.getLong("there") + " entries")))
                .single();
    }
}
