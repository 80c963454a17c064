package org.jianxi.gateway.signing;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The tree of RFC 9162 §2.1 over any hash of 32 bytes: roots and proofs are made here, and checked in {@link ProofCheck}.
 *
 * <p>A leaf's hash starts with 0x00 and a node's with 0x01, so that neither can be passed off as the other.
 */
public final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final HashFunction hash;

    public MerkleTree(HashFunction hash) {
        this.hash = hash;
    }

    /** The gateway's own kind of tree. */
    public static MerkleTree sm3() {
        return new MerkleTree(HashFunction.SM3);
    }

    public byte[] leafHash(byte[] entry) {
        return hash.hash(LEAF, entry);
    }

    byte[] nodeHash(byte[] left, byte[] right) {
        return hash.hash(NODE, left, right);
    }

    /** The root of a tree without entries: the hash of nothing. */
    public byte[] emptyRoot() {
        return hash.hash();
    }

    /** The root over all these leaf hashes, in this order. */
    public byte[] root(List<byte[]> leafHashes) {
        return leafHashes.isEmpty() ? emptyRoot() : root(Span.whole(leafHashes.size()), over(leafHashes));
    }

    /** The root of a part of the tree, which {@link Span#isSubtree} and is not empty. */
    public byte[] root(Span part, TreeNodes nodes) {
        if (Long.bitCount(part.size()) == 1) {
            var level = Long.numberOfTrailingZeros(part.size());
            return nodes.hash(level, part.start() >> level);
        }
        var middle = middle(part);
        return nodeHash(root(new Span(part.start(), middle), nodes), root(new Span(middle, part.end()), nodes));
    }

    /** Nodes worked out from leaf hashes held in memory; for trees of a few thousand entries. */
    public TreeNodes over(List<byte[]> leafHashes) {
        return new TreeNodes() {
            @Override
            public byte[] hash(int level, long index) {
                return level == 0
                        ? leafHashes.get(Math.toIntExact(index))
                        : nodeHash(hash(level - 1, 2 * index), hash(level - 1, 2 * index + 1));
            }
        };
    }

    /** Throws {@link IllegalArgumentException} when the tree of {@code size} entries has no such entry. */
    public InclusionProof inclusion(long index, long size, TreeNodes nodes) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("Entry " + index + " of " + size);
        }
        var path = new ArrayList<byte[]>();
        var part = Span.whole(size);
        while (part.size() > 1) {
            var middle = middle(part);
            var left = new Span(part.start(), middle);
            var right = new Span(middle, part.end());
            path.add(root(index < middle ? right : left, nodes));
            part = index < middle ? left : right;
        }
        return new InclusionProof(index, size, path.reversed());
    }

    /** Throws {@link IllegalArgumentException} unless {@code 0 < olderSize <= newerSize}. */
    public ConsistencyProof consistency(long olderSize, long newerSize, TreeNodes nodes) {
        if (olderSize <= 0 || olderSize > newerSize) {
            throw new IllegalArgumentException("From " + olderSize + " to " + newerSize + " entries");
        }
        var path = new ArrayList<byte[]>();
        var part = Span.whole(newerSize);
        while (part.end() != olderSize) {
            var middle = middle(part);
            var left = new Span(part.start(), middle);
            var right = new Span(middle, part.end());
            path.add(root(olderSize <= middle ? right : left, nodes));
            part = olderSize <= middle ? left : right;
        }
        if (part.start() > 0) {
            // The verifier knows the older tree's own root, but not that of its last part.
            path.add(root(part, nodes));
        }
        return new ConsistencyProof(olderSize, newerSize, path.reversed());
    }

    /** Whether the proof leads from this leaf to this root. False, never an exception, for nonsense from outside. */
    public boolean shows(InclusionProof proof, byte[] leafHash, byte[] root) {
        return new ProofCheck(this)
                .inclusion(proof, leafHash)
                .filter(made -> MessageDigest.isEqual(made, root))
                .isPresent();
    }

    /**
     * Whether the newer tree begins with the older one. False, never an exception, for nonsense from outside; false too for an older
     * tree without entries, because every tree begins with nothing.
     */
    public boolean shows(ConsistencyProof proof, byte[] olderRoot, byte[] newerRoot) {
        return proof.older().size() > 0 && new ProofCheck(this).consistency(proof, olderRoot, newerRoot);
    }

    /** Where the tree divides: the largest power of two below its size (RFC 9162 §2.1.1). */
    private static long middle(Span part) {
        return part.start() + Long.highestOneBit(part.size() - 1);
    }
}
