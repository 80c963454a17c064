package org.jianxi.gateway.flow.publishing;

import java.util.Optional;
import org.jianxi.gateway.ledger.Breach;
import org.jianxi.gateway.ledger.EntryCheck;
import org.jianxi.gateway.ledger.LedgerEntry;
import org.jianxi.gateway.ledger.StatedFacts;
import org.jianxi.gateway.publishing.history.ListChange;
import org.jianxi.gateway.publishing.history.ListChanges;

/** What changed in a published list against its entry. Entries from before changes were kept have no rows, and must have none. */
public record PublishedListCheck(ListChanges changes) implements EntryCheck {

    private static final String TABLE = "list_change";

    @Override
    public Optional<Breach> check(LedgerEntry entry) {
        var found = changes.at(entry.position());
        var stated = StatedFacts.of(entry).text(ListChronicle.CHANGES);
        if (stated.isEmpty()) {
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(breach(entry, Breach.Kind.ROW_UNKNOWN, "no rows", found.size() + " rows"));
        }
        var digest = ListChange.digest(found).hex();
        if (digest.equals(stated)) {
            return Optional.empty();
        }
        var kind = found.isEmpty() ? Breach.Kind.ROW_MISSING : Breach.Kind.ROW_CHANGED;
        return Optional.of(breach(entry, kind, "changes " + stated, found.size() + " rows, " + digest));
    }

    private static Breach breach(LedgerEntry entry, Breach.Kind kind, String expected, String actual) {
        return new Breach(TABLE, entry.subject(), kind, expected, actual);
    }
}
