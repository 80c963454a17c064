package org.jianxi.gateway.ledger;

import java.util.Optional;

/** Compares what an entry states with the rows it states it of. */
@FunctionalInterface
public interface EntryCheck {

    /** The first difference; empty where the rows are as the entry says. */
    Optional<Breach> check(LedgerEntry entry);

    /** This one, and the other where this one finds nothing. */
    default EntryCheck then(EntryCheck other) {
        return entry -> check(entry).or(() -> other.check(entry));
    }
}
