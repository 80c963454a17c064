package org.jianxi.gateway.ledger;

import java.util.Optional;
import org.jianxi.gateway.signing.ConsistencyProof;
import org.jianxi.gateway.signing.InclusionProof;
import org.jianxi.gateway.signing.MerkleTree;

/**
 * Shows that an entry is in the signed tree.
 *
 * @param consistency that an older tree is the beginning of this one, where that was asked for
 */
public record EntryProof(
        LedgerEntry entry, InclusionProof inclusion, Checkpoint checkpoint, Optional<ConsistencyProof> consistency) {

    private static final MerkleTree TREE = MerkleTree.sm3();

    /** Whether the entry's bytes, hashed anew, lead to the checkpoint's head. The checkpoint's seal is another question. */
    public boolean holds() {
        return TREE.shows(
                inclusion, TREE.leafHash(entry.body()), checkpoint.treeHead().bytes());
    }
}
