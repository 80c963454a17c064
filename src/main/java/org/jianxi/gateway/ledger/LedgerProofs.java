package org.jianxi.gateway.ledger;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jianxi.gateway.signing.ConsistencyProof;
import org.jianxi.gateway.signing.Frontier;
import org.jianxi.gateway.signing.InclusionProof;
import org.jianxi.gateway.signing.MerkleTree;
import org.jianxi.gateway.signing.TreeNodes;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Proofs over the log as it lies in the database, each read in one query of a few dozen rows whatever the log's length.
 *
 * <p>No node is stored twice: a full node is what the frontier before its last entry becomes when that entry is added.
 */
public final class LedgerProofs {

    private static final byte[] UNKNOWN = new byte[32];

    private final JdbcClient jdbc;
    private final MerkleTree tree;

    LedgerProofs(JdbcClient jdbc, MerkleTree tree) {
        this.jdbc = jdbc;
        this.tree = tree;
    }

    /** Shows the entry in the tree of {@code size} entries; throws {@link IllegalArgumentException} when it is not in it. */
    public InclusionProof inclusion(long position, long size) {
        return made(nodes -> tree.inclusion(position, size, nodes));
    }

    /** Shows that the tree of {@code newer} entries begins with that of {@code older}; both at least 1 and not beyond the log. */
    public ConsistencyProof consistency(long older, long newer) {
        return made(nodes -> tree.consistency(older, newer, nodes));
    }

    /** Which nodes a proof needs is found out by making it once from nothing. */
    private <T> T made(Making<T> proof) {
        var wanted = new LinkedHashSet<Node>();
        proof.from((level, index) -> {
            wanted.add(new Node(level, index));
            return UNKNOWN;
        });
        var rows = rows(wanted);
        return proof.from((level, index) -> hash(new Node(level, index), rows));
    }

    private byte[] hash(Node node, Map<Long, Row> rows) {
        var last = row(rows, node.last());
        if (node.level() == 0) {
            return last.leafHash();
        }
        return Frontier.read(tree, row(rows, node.last() - 1).frontier()).completedBy(last.leafHash(), node.level());
    }

    private Map<Long, Row> rows(Set<Node> nodes) {
        var positions =
                nodes.stream().flatMapToLong(Node::positions).distinct().boxed().toArray(Long[]::new);
        var rows = new HashMap<Long, Row>();
        jdbc.sql("select position, leaf_hash, frontier from ledger_entry where position = any(:positions)")
                .param("positions", positions)
                .query(row -> {
                    rows.put(row.getLong(1), new Row(row.getBytes(2), row.getBytes(3)));
                });
        return rows;
    }

    private static Row row(Map<Long, Row> rows, long position) {
        var row = rows.get(position);
        if (row == null) {
            throw new IllegalStateException("The ledger has no entry " + position);
        }
        return row;
    }

    private interface Making<T> {
        T from(TreeNodes nodes);
    }

    private record Row(byte[] leafHash, byte[] frontier) {}

    /** The root of {@code 2^level} entries. */
    private record Node(int level, long index) {

        long last() {
            return ((index + 1) << level) - 1;
        }

        LongStream positions() {
            return level == 0 ? LongStream.of(last()) : LongStream.of(last() - 1, last());
        }
    }
}
