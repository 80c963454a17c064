package org.jianxi.gateway.flow.publishing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.ledger.LedgerEntry;
import org.jianxi.gateway.ledger.LedgerLog;
import org.jianxi.gateway.publishing.ListKind;
import org.jianxi.gateway.publishing.history.ListChange;
import org.jianxi.gateway.publishing.history.ListChanges;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each list was, by its digest, as the ledger has it, and what changed in it then: whoever says that something stood there can be
 * answered.
 */
public record ListChronicle(LedgerLog log, ListChanges changes) {

    /** The kind of entry it makes in the ledger. */
    public static final String ENTRY = "list-published";

    /** The member of such an entry that holds the digest of what changed. */
    static final String CHANGES = "changes";

    /**
     * How a list stood from a moment on.
     *
     * @param position of the ledger's entry that says so
     */
    public record Stood(Digest digest, long entries, long position, Instant at) {}

    /** The newest state that was written down; empty before the first. */
    public Optional<Stood> newest(ListKind kind) {
        return log.latest(ENTRY, kind.wireName() + "/").map(ListChronicle::stood);
    }

    /** Writes a state down that differs from the newest, in the caller's transaction; an empty list has no beginning. */
    public boolean note(CurrentList list, Instant now) {
        changes.lock();
        var before = newest(list.kind());
        if (before.map(Stood::digest).equals(Optional.of(list.digest()))
                || before.isEmpty() && list.listings().isEmpty()) {
            return false;
        }
        var name = list.kind().wireName();
        var changed = ListChange.between(name, changes.stoodAt(name, log.size()), list.listings());
        var facts = Map.of(
                "list",
                name,
                "digest",
                list.digest().hex(),
                "entries",
                (long) list.listings().size(),
                CHANGES,
                ListChange.digest(changed).hex());
        var entry = log.append(ENTRY, "%s/%s".formatted(name, now), facts, now);
        changes.add(entry.position(), changed);
        return true;
    }

    private static Stood stood(LedgerEntry entry) {
        var body = JsonMapper.shared().readTree(entry.body());
        return new Stood(
                new Digest(body.path("digest").asString()),
                body.path("entries").asLong(),
                entry.position(),
                entry.recordedAt());
    }
}
