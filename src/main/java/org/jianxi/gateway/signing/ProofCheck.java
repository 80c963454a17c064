package org.jianxi.gateway.signing;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * The verifying half of RFC 9162 §2.1, for whole trees and subtrees alike.
 *
 * <p>Stricter than the RFC's text in one point its public vectors ask for: every hash has 32 bytes. The other, that nothing is shown
 * about a tree without entries, stands in {@link MerkleTree#shows(ConsistencyProof, byte[], byte[])}.
 */
final class ProofCheck {

    private final MerkleTree tree;

    ProofCheck(MerkleTree tree) {
        this.tree = tree;
    }

    /** The root that the proof leads to, or empty when it cannot be a proof (RFC 9162 §2.1.3.2). */
    Optional<byte[]> inclusion(InclusionProof proof, byte[] leafHash) {
        var within = proof.within();
        if (!within.isSubtree() || proof.index() < within.start() || proof.index() >= within.end()) {
            return Optional.empty();
        }
        if (leafHash.length != HashFunction.BYTES || !areHashes(proof.path())) {
            return Optional.empty();
        }
        var at = proof.index() - within.start();
        var last = within.size() - 1;
        var root = leafHash;
        for (var sibling : proof.path()) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((at & 1) == 1 || at == last) {
                root = tree.nodeHash(sibling, root);
                var skipped = (at & 1) == 1 ? 0 : Long.numberOfTrailingZeros(at);
                at >>= skipped;
                last >>= skipped;
            } else {
                root = tree.nodeHash(root, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(root) : Optional.empty();
    }

    /** RFC 9162 §2.1.4.2, with the older tree allowed to be any subtree of the newer one. */
    boolean consistency(ConsistencyProof proof, byte[] olderRoot, byte[] newerRoot) {
        var older = proof.older();
        if (!older.isSubtree() || older.end() > proof.newerSize() || !areHashes(proof.path())) {
            return false;
        }
        if (older.size() == 0) {
            return proof.path().isEmpty() && MessageDigest.isEqual(olderRoot, tree.emptyRoot());
        }
        return new Climb(older, proof.newerSize()).shows(proof.path(), olderRoot, newerRoot);
    }

    private static boolean areHashes(List<byte[]> path) {
        return path.stream().allMatch(hash -> hash.length == HashFunction.BYTES);
    }

    /** From the older tree's last full node up to both roots: three positions that move up together. */
    private final class Climb {

        private long first;
        private long last;
        private long end;

        Climb(Span older, long newerSize) {
            first = older.start();
            last = older.end() - 1;
            end = newerSize - 1;
        }

        boolean shows(List<byte[]> path, byte[] olderRoot, byte[] newerRoot) {
            upWhile(last == end);
            var rest = path;
            var olderMade = olderRoot;
            if (first != last) {
                if (path.isEmpty()) {
                    return false;
                }
                olderMade = path.getFirst();
                rest = path.subList(1, path.size());
            }
            var newerMade = olderMade;
            for (var hash : rest) {
                if (end == 0) {
                    return false;
                }
                if ((last & 1) == 1 || last == end) {
                    olderMade = first < last ? tree.nodeHash(hash, olderMade) : olderMade;
                    newerMade = tree.nodeHash(hash, newerMade);
                    upWhileEven();
                } else {
                    newerMade = tree.nodeHash(newerMade, hash);
                }
                up();
            }
            return end == 0
                    && MessageDigest.isEqual(olderMade, olderRoot)
                    && MessageDigest.isEqual(newerMade, newerRoot);
        }

        /** To the largest full node that ends the older tree; to its own root where both trees end together. */
        private void upWhile(boolean endTogether) {
            while (first != last && (endTogether || (last & 1) == 1)) {
                up();
            }
        }

        private void upWhileEven() {
            while ((last & 1) == 0 && last > 0) {
                up();
            }
        }

        private void up() {
            first >>= 1;
            last >>= 1;
            end >>= 1;
        }
    }
}
