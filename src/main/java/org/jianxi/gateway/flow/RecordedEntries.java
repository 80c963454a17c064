package org.jianxi.gateway.flow;

import java.util.Optional;
import org.jianxi.gateway.evidence.BundleContents.Leaf;
import org.jianxi.gateway.evidence.BundleContents.Recorded;
import org.jianxi.gateway.evidence.CellProof.Opened;
import org.jianxi.gateway.ledger.KeptLeaf;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.LedgerEntry;
import org.jianxi.gateway.signing.MerkleTree;

/**
 * Ledger entries with what shows them to an outsider.
 *
 * @param treeSize of the checkpoint that every proof leads to
 */
record RecordedEntries(Ledger ledger, long treeSize) {

    /** @param since the size of the tree that the entry's receipt speaks of */
    Recorded of(LedgerEntry entry, Optional<Long> since) {
        var proofs = ledger.log().proofs();
        return new Recorded(
                entry.body(),
                proofs.inclusion(entry.position(), treeSize),
                since.map(size -> proofs.consistency(size, treeSize)),
                ledger.leaves().kept(entry.subject()).stream()
                        .map(RecordedEntries::leaf)
                        .toList());
    }

    /** The one leaf at this path and the way from it to the checkpoint; empty where there is none, or only its hash is left. */
    Optional<Opened> open(LedgerEntry entry, String path) {
        var kept = ledger.leaves().kept(entry.subject());
        var hashes = kept.stream().map(leaf -> leaf.hash().bytes()).toList();
        var tree = MerkleTree.sm3();
        for (var at = 0; at < kept.size(); at++) {
            var leaf = kept.get(at);
            if (leaf.path().equals(path) && leaf.open().isPresent()) {
                return Optional.of(new Opened(
                        entry.body(),
                        ledger.log().proofs().inclusion(entry.position(), treeSize),
                        leaf.open().get(),
                        tree.inclusion(at, hashes.size(), tree.over(hashes))));
            }
        }
        return Optional.empty();
    }

    private static Leaf leaf(KeptLeaf kept) {
        return new Leaf(kept.path(), kept.open().map(open -> new Leaf.Opening(open.value(), open.salt())), kept.hash());
    }
}
