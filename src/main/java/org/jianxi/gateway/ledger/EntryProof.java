package org.jianxi.gateway.ledger;

import java.util.Optional;
import org.jianxi.gateway.signing.ConsistencyProof;
import org.jianxi.gateway.signing.InclusionProof;

/**
 * Shows that an entry is in the signed tree.
 *
 * @param consistency that an older tree is the beginning of this one, where that was asked for
 */
public record EntryProof(
        LedgerEntry entry, InclusionProof inclusion, Checkpoint checkpoint, Optional<ConsistencyProof> consistency) {}
