package org.jianxi.gateway.ledger;

import static org.jianxi.gateway.ledger.Breach.Kind.ENTRY_CHANGED;
import static org.jianxi.gateway.ledger.Breach.Kind.ROW_MISSING;
import static org.jianxi.gateway.ledger.Breach.Kind.TREE_CHANGED;

import java.util.Arrays;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.Frontier;
import org.jianxi.gateway.signing.MerkleTree;
import org.jianxi.gateway.signing.Sm3;

/** Grows the tree again, entry by entry, and compares each row with what it must be. */
final class TreeCheck {

    private static final MerkleTree TREE = MerkleTree.sm3();

    private Frontier frontier;

    /** From the first entry on. */
    TreeCheck() {
        this(Frontier.empty(TREE));
    }

    private TreeCheck(Frontier frontier) {
        this.frontier = frontier;
    }

    /** From behind this row on; empty where its edge is not that of a tree with this head. */
    static Optional<TreeCheck> behind(Row row, Digest head) {
        try {
            var edge = Frontier.read(TREE, row.frontier());
            return edge.size() == row.entry().treeSize() && head.equals(Digest.of(edge.root()))
                    ? Optional.of(new TreeCheck(edge))
                    : Optional.empty();
        } catch (IllegalArgumentException noEdge) {
            return Optional.empty();
        }
    }

    /** An entry with the tree's right edge as the row has it. */
    record Row(LedgerEntry entry, byte[] frontier) {}

    long size() {
        return frontier.size();
    }

    Optional<Breach> next(Row row) {
        var entry = row.entry();
        if (entry.position() != frontier.size()) {
            return Optional.of(
                    new Breach("ledger_entry", "position " + frontier.size(), ROW_MISSING, "an entry", "none"));
        }
        var breach = hash(entry);
        frontier = frontier.append(entry.leafHash().bytes());
        return breach.or(() -> grown(row));
    }

    /** The body against its hash, and the columns that repeat what the body says. */
    static Optional<Breach> hash(LedgerEntry entry) {
        var made = Digest.of(TREE.leafHash(entry.body()));
        if (!made.equals(entry.leafHash())) {
            return changed(
                    entry, "leaf_hash or body", made.hex(), entry.leafHash().hex());
        }
        var stated = StatedFacts.of(entry);
        if (!stated.text("entry").equals(entry.kind())) {
            return changed(entry, "kind", stated.text("entry"), entry.kind());
        }
        if (!stated.text("subject").equals(entry.subject())) {
            return changed(entry, "subject", stated.text("subject"), entry.subject());
        }
        var moment = entry.recordedAt().toString();
        return stated.text("recordedAt").equals(moment)
                ? Optional.empty()
                : changed(entry, "recorded_at", stated.text("recordedAt"), moment);
    }

    private Optional<Breach> grown(Row row) {
        var place = "position " + row.entry().position();
        var head = Digest.of(frontier.root());
        if (!head.equals(row.entry().treeHead())) {
            return Optional.of(new Breach(
                    "ledger_entry",
                    place + " tree_head",
                    TREE_CHANGED,
                    head.hex(),
                    row.entry().treeHead().hex()));
        }
        return Arrays.equals(frontier.toBytes(), row.frontier())
                ? Optional.empty()
                : Optional.of(new Breach(
                        "ledger_entry",
                        place + " frontier",
                        TREE_CHANGED,
                        Sm3.of(frontier.toBytes()).hex(),
                        Sm3.of(row.frontier()).hex()));
    }

    private static Optional<Breach> changed(LedgerEntry entry, String column, String expected, String actual) {
        return Optional.of(new Breach(
                "ledger_entry", "position " + entry.position() + " " + column, ENTRY_CHANGED, expected, actual));
    }
}
