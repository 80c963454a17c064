package org.jianxi.gateway.signing;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: all that must be kept to append the next entry and say the root, at most 63 hashes.
 *
 * <p>Immutable. Holds one hash for each bit that is set in {@link #size()}, the largest subtree first.
 */
public final class Frontier {

    private final MerkleTree tree;
    private final long size;
    private final List<byte[]> hashes;

    private Frontier(MerkleTree tree, long size, List<byte[]> hashes) {
        this.tree = tree;
        this.size = size;
        this.hashes = List.copyOf(hashes);
    }

    public static Frontier empty(MerkleTree tree) {
        return new Frontier(tree, 0, List.of());
    }

    /** What {@link #toBytes} wrote; throws {@link IllegalArgumentException} for anything else. */
    public static Frontier read(MerkleTree tree, byte[] bytes) {
        var count = (bytes.length - Long.BYTES) / HashFunction.BYTES;
        if (bytes.length < Long.BYTES || bytes.length != Long.BYTES + count * HashFunction.BYTES) {
            throw new IllegalArgumentException("Not a frontier: " + bytes.length + " bytes");
        }
        var buffer = ByteBuffer.wrap(bytes);
        var size = buffer.getLong();
        if (size < 0 || Long.bitCount(size) != count) {
            throw new IllegalArgumentException("Not a frontier: " + count + " hashes for " + size + " entries");
        }
        var hashes = new ArrayList<byte[]>();
        while (buffer.hasRemaining()) {
            var hash = new byte[HashFunction.BYTES];
            buffer.get(hash);
            hashes.add(hash);
        }
        return new Frontier(tree, size, hashes);
    }

    /** The frontier with one entry more. The hash is that of the entry's leaf, not the entry itself. */
    public Frontier append(byte[] leafHash) {
        if (leafHash.length != HashFunction.BYTES) {
            throw new IllegalArgumentException("A leaf hash has 32 bytes, not " + leafHash.length);
        }
        var grown = new ArrayList<>(hashes);
        var carried = leafHash.clone();
        for (var full = Long.numberOfTrailingZeros(~size); full > 0; full--) {
            carried = tree.nodeHash(grown.removeLast(), carried);
        }
        grown.add(carried);
        return new Frontier(tree, size + 1, grown);
    }

    /**
     * The root of the last {@code 2^level} entries once this one is added to them. Throws {@link IllegalArgumentException} when they do not
     * end a full subtree of that level.
     */
    public byte[] completedBy(byte[] leafHash, int level) {
        if (Long.numberOfTrailingZeros(~size) < level) {
            throw new IllegalArgumentException("The entry after " + size + " completes no node of level " + level);
        }
        var carried = leafHash.clone();
        for (var below = 0; below < level; below++) {
            carried = tree.nodeHash(hashes.get(hashes.size() - 1 - below), carried);
        }
        return carried;
    }

    public long size() {
        return size;
    }

    /** The tree head over all entries so far; a new array each time. */
    public byte[] root() {
        return hashes.reversed().stream()
                .reduce((right, left) -> tree.nodeHash(left, right))
                .map(byte[]::clone)
                .orElseGet(tree::emptyRoot);
    }

    /** Eight bytes of size, big-endian, then the hashes. */
    public byte[] toBytes() {
        var buffer = ByteBuffer.allocate(Long.BYTES + hashes.size() * HashFunction.BYTES);
        buffer.putLong(size);
        hashes.forEach(buffer::put);
        return buffer.array();
    }
}
