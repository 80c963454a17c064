package org.jianxi.gateway.flow.publishing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.ledger.LedgerEntry;
import org.jianxi.gateway.ledger.LedgerLog;
import org.jianxi.gateway.publishing.ListKind;
import tools.jackson.databind.json.JsonMapper;

/** What each list was, by its digest, as the ledger has it: whoever says that something stood there can be answered. */
public record ListChronicle(LedgerLog log) {

    /** The kind of entry it makes in the ledger. */
    public static final String ENTRY = "list-published";

    /** How a list stood from a moment on. */
    public record Stood(Digest digest, Instant at) {}

    /** The newest state that was written down; empty before the first. */
    public Optional<Stood> newest(ListKind kind) {
        return log.latest(ENTRY, kind.wireName() + "/").map(ListChronicle::stood);
    }

    /** Writes a state down that differs from the newest, in the caller's transaction; an empty list has no beginning. */
    public boolean note(CurrentList list, Instant now) {
        var before = newest(list.kind());
        if (before.map(Stood::digest).equals(Optional.of(list.digest()))
                || before.isEmpty() && list.listings().isEmpty()) {
            return false;
        }
        var facts =
                Map.of("list", list.kind().wireName(), "digest", list.digest().hex(), "entries", (long)
                        list.listings().size());
        log.append(ENTRY, "%s/%s".formatted(list.kind().wireName(), now), facts, now);
        return true;
    }

    private static Stood stood(LedgerEntry entry) {
        var body = JsonMapper.shared().readTree(entry.body());
        return new Stood(new Digest(body.path("digest").asString()), entry.recordedAt());
    }
}
