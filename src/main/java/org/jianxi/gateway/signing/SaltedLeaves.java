package org.jianxi.gateway.signing;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;
import org.jianxi.gateway.canonical.Digest;

/** A submission as a tree of salted leaves, in the order of the form. What is signed is its root. */
public record SaltedLeaves(List<SaltedLeaf> leaves) {

    public SaltedLeaves {
        leaves = List.copyOf(leaves);
        var seen = new HashSet<String>();
        for (var leaf : leaves) {
            if (!seen.add(leaf.path())) {
                throw new IllegalArgumentException("Two leaves stand at " + leaf.path());
            }
        }
    }

    /** Gives every value a fresh salt. The map's order is the order of the leaves. */
    public static SaltedLeaves salting(SequencedMap<String, String> valuesByPath, SecureRandom random) {
        var leaves = new ArrayList<SaltedLeaf>();
        valuesByPath.forEach((path, value) -> leaves.add(SaltedLeaf.salting(path, value, random)));
        return new SaltedLeaves(leaves);
    }

    public Digest root() {
        return Digest.of(MerkleTree.sm3().root(hashes()));
    }

    /** What shows the leaf at this position to whoever holds only the root. */
    public InclusionProof proof(int position) {
        var tree = MerkleTree.sm3();
        return tree.inclusion(position, leaves.size(), tree.over(hashes()));
    }

    private List<byte[]> hashes() {
        return leaves.stream().map(SaltedLeaf::hash).toList();
    }
}
