package org.jianxi.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jianxi.gateway.signing.MerkleTree;
import org.jianxi.gateway.signing.Span;

/** A proof at a million entries: how long it is, how long it takes to make and to check, from memory and from the ledger. */
final class ProofsBenchmark {

    static final int ENTRIES = 1_000_000;

    private static final int HASH = 32;
    private static final int PATH = 20;
    private static final double WARM_UP = 3;
    private static final double ROUND = 1;
    /** A step that visits positions of every kind. */
    private static final int STRIDE = 99_991;

    private static final MerkleTree TREE = MerkleTree.sm3();

    private final Project project;
    private final Levels nodes = new Levels(leaves());
    private final byte[] root = TREE.root(Span.whole(ENTRIES), nodes);
    private int at;

    ProofsBenchmark(Project project) {
        this.project = project;
    }

    void run(int rounds, PrintStream out) throws Exception {
        inMemory(rounds, out);
        try (var ledger = new MillionEntries(project, nodes)) {
            fromLedger(ledger, rounds, out);
        }
    }

    private void inMemory(int rounds, PrintStream out) throws Exception {
        inclusion(WARM_UP);
        consistency(WARM_UP);
        bareHashes(WARM_UP);
        new Turns(
                        "Proof of inclusion, in memory",
                        "made and checked, entry by entry, at 1,000,000 entries",
                        "the twenty hashes of such a path alone, with Bouncy Castle's SM3")
                .measure(rounds, () -> inclusion(ROUND), () -> bareHashes(ROUND), out);
        new Turns(
                        "Proof of consistency, in memory",
                        "made and checked, older trees of every size, at 1,000,000 entries",
                        "the twenty hashes of such a path alone, with Bouncy Castle's SM3")
                .measure(rounds, () -> consistency(ROUND), () -> bareHashes(ROUND), out);
    }

    private void fromLedger(MillionEntries ledger, int rounds, PrintStream out) throws Exception {
        ledger.inclusion(WARM_UP);
        ledger.consistency(WARM_UP);
        new Turns(
                        "Proof of inclusion, from the ledger",
                        "made from PostgreSQL at 1,000,000 entries",
                        "one row selected by its primary key")
                .measure(rounds, () -> ledger.inclusion(ROUND), () -> ledger.row(ROUND), out);
        new Turns(
                        "Proof of consistency, from the ledger",
                        "made from PostgreSQL at 1,000,000 entries",
                        "one row selected by its primary key")
                .measure(rounds, () -> ledger.consistency(ROUND), () -> ledger.row(ROUND), out);
    }

    private Map<String, Double> inclusion(double seconds) throws Exception {
        var size = new long[1];
        var took = Clocked.over(seconds, () -> {
            var proof = TREE.inclusion(next(), ENTRIES, nodes);
            size[0] += bytes(proof.path());
            return shown(TREE.shows(proof, nodes.hash(0, proof.index()), root));
        });
        return figures(took, size[0]);
    }

    private Map<String, Double> consistency(double seconds) throws Exception {
        var size = new long[1];
        var took = Clocked.over(seconds, () -> {
            var older = next() + 1;
            var proof = TREE.consistency(older, ENTRIES, nodes);
            size[0] += bytes(proof.path());
            return shown(TREE.shows(proof, TREE.root(Span.whole(older), nodes), root));
        });
        return figures(took, size[0]);
    }

    private static Map<String, Double> bareHashes(double seconds) throws Exception {
        var digest = new SM3Digest();
        var input = new byte[1 + 2 * HASH];
        var took = Clocked.over(seconds, () -> {
            for (var hash = 0; hash < PATH; hash++) {
                digest.update(input, 0, input.length);
                digest.doFinal(input, 1);
            }
            return 1;
        });
        return figures(took, took.operations() * PATH * HASH);
    }

    private long next() {
        at = (at + STRIDE) % ENTRIES;
        return at;
    }

    private static int shown(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("a proof of ours shows nothing");
        }
        return 1;
    }

    static long bytes(List<byte[]> path) {
        return (long) path.size() * HASH;
    }

    private static Map<String, Double> figures(Clocked took, long bytes) {
        return Turns.figures(
                "wall, µs", took.wallMicros(),
                "processor, µs", took.processorMicros(),
                "bytes", (double) bytes / took.operations());
    }

    private static byte[] leaves() {
        var leaves = new byte[ENTRIES * HASH];
        for (var entry = 0; entry < ENTRIES; entry++) {
            var hash = TREE.leafHash(entry(entry));
            System.arraycopy(hash, 0, leaves, entry * HASH, HASH);
        }
        return leaves;
    }

    static byte[] entry(int number) {
        return ("{\"entry\":\"bench\",\"subject\":\"" + number + "\"}").getBytes(StandardCharsets.US_ASCII);
    }
}
