package org.jianxi.gateway.flow;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jianxi.gateway.ledger.Checkpoint;
import org.jianxi.gateway.ledger.EntryProof;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.LedgerEntry;
import org.jianxi.gateway.signing.KeyProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the ledger shows to those who do not trust it: signed tree heads, and that an entry is under one. */
public final class LedgerEvidence {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerEvidence.class);

    private final Ledger ledger;
    private final Witness witness;
    private final Clock clock;
    private final AtomicReference<String> objection = new AtomicReference<>("");

    public LedgerEvidence(Ledger ledger, Witness witness, Clock clock) {
        this.ledger = ledger;
        this.witness = witness;
        this.clock = clock;
    }

    /**
     * Signs the tree head where something is new, and lets it leave the database at once. A route calls this every second, so a key that
     * may not sign just now is said once and not every second.
     */
    public void sign() {
        try {
            checkpoint();
            objection.set("");
        } catch (KeyProblem unusable) {
            var reason = String.valueOf(unusable.getMessage());
            if (!objection.getAndSet(reason).equals(reason)) {
                LOG.error("The ledger's head cannot be signed: {}", reason);
            }
        }
    }

    /** The checkpoint over everything there is; empty over an empty ledger. */
    public Optional<Checkpoint> checkpoint() {
        var newest = ledger.checkpoints().upToDate(clock.instant());
        newest.ifPresent(witness::keep);
        return newest;
    }

    /**
     * The proof for the entry of a submission or a filed return.
     *
     * @param olderSize a size whose head the asker holds, to be shown as the beginning of today's tree; one that never was gets no proof
     */
    public Optional<EntryProof> proof(String subject, Optional<Long> olderSize) {
        return ledger.log().about(subject).flatMap(entry -> checkpoint().map(head -> proof(entry, head, olderSize)));
    }

    /** The same for the entry at a position. */
    public Optional<EntryProof> proof(long position) {
        return ledger.log()
                .at(position)
                .flatMap(entry -> checkpoint().map(head -> proof(entry, head, Optional.empty())));
    }

    private EntryProof proof(LedgerEntry entry, Checkpoint head, Optional<Long> olderSize) {
        var proofs = ledger.log().proofs();
        return new EntryProof(
                entry,
                proofs.inclusion(entry.position(), head.treeSize()),
                head,
                olderSize
                        .filter(older -> older > 0 && older <= head.treeSize())
                        .map(older -> proofs.consistency(older, head.treeSize())));
    }
}
