package org.jianxi.gateway.console.office;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.ledger.Checkpoint;
import org.jianxi.gateway.ledger.EntryProof;
import org.jianxi.gateway.ledger.LedgerEntry;

/**
 * Some entries of the ledger under its newest signed head.
 *
 * @param entries newest first
 * @param shown the entry whose proof was asked for
 */
public record LedgerPage(Optional<Checkpoint> head, List<LedgerEntry> entries, Optional<EntryProof> shown) {

    static final int ENTRIES = 50;

    public LedgerPage {
        entries = List.copyOf(entries);
    }

    /** Below which position the older ones are; empty on the last page. */
    public Optional<Long> older() {
        return Optional.of(entries)
                .filter(some -> some.size() == ENTRIES)
                .map(some -> some.getLast().position())
                .filter(position -> position > 0);
    }
}
