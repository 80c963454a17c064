package org.jianxi.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jianxi.gateway.signing.HashFunction;
import org.jianxi.gateway.signing.MerkleTree;
import org.jianxi.gateway.signing.TreeNodes;

/** Every full node of a tree, one array for each level: 64 bytes an entry. */
final class Levels implements TreeNodes {

    private static final int HASH = 32;
    private static final byte[] NODE = {1};

    private final List<byte[]> levels = new ArrayList<>();

    /** @param leaves the leaf hashes, one after another */
    Levels(byte[] leaves) {
        var level = leaves;
        levels.add(level);
        while (level.length > HASH) {
            level = above(level);
            levels.add(level);
        }
    }

    static Levels of(MerkleTree tree, List<byte[]> entries) {
        var leaves = new byte[entries.size() * HASH];
        for (var at = 0; at < entries.size(); at++) {
            System.arraycopy(tree.leafHash(entries.get(at)), 0, leaves, at * HASH, HASH);
        }
        return new Levels(leaves);
    }

    byte[] leaves() {
        return levels.getFirst();
    }

    int size() {
        return levels.getFirst().length / HASH;
    }

    @Override
    public byte[] hash(int level, long index) {
        var from = Math.toIntExact(index * HASH);
        return Arrays.copyOfRange(levels.get(level), from, from + HASH);
    }

    /** Only full nodes: an odd one at the end waits for the entries that are to come. */
    private static byte[] above(byte[] level) {
        var above = new byte[level.length / (2 * HASH) * HASH];
        for (var at = 0; at < above.length; at += HASH) {
            var children = Arrays.copyOfRange(level, 2 * at, 2 * at + 2 * HASH);
            System.arraycopy(HashFunction.SM3.hash(NODE, children), 0, above, at, HASH);
        }
        return above;
    }
}
