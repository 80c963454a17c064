package org.jianxi.gateway.ledger;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Looks again at subjects that were found whole before, where a new entry says that something of them was erased: at each once. For one
 * check.
 */
final class ErasedAgain {

    private final LedgerLog log;
    private final EntryCheck check;
    private final long from;
    private final Set<String> done = new HashSet<>();

    /** @param from entries before this position are the old ones; the others are looked at as they come */
    ErasedAgain(LedgerLog log, EntryCheck check, long from) {
        this.log = log;
        this.check = check;
        this.from = from;
    }

    /** Of any entry; says nothing to one that erases nothing. */
    Optional<Breach> after(LedgerEntry entry) {
        return entry.kind().equals(Erasures.ERASURE)
                ? log.about(Erasures.concerned(entry))
                        .filter(old -> old.position() < from && done.add(old.subject()))
                        .flatMap(check::check)
                : Optional.empty();
    }
}
