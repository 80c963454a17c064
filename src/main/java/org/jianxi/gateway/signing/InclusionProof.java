package org.jianxi.gateway.signing;

import java.util.List;

/**
 * Shows that an entry is in a tree (RFC 9162 §2.1.3). Made by {@link MerkleTree} or read from outside, then possibly nonsense.
 *
 * @param index the entry's position, from 0
 * @param within the tree, or the part of it whose root the proof leads to
 * @param path the sibling hashes from the leaf up
 */
public record InclusionProof(long index, Span within, List<byte[]> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    public InclusionProof(long index, long treeSize, List<byte[]> path) {
        this(index, Span.whole(treeSize), path);
    }
}
