package org.jianxi.gateway.flow;

import static org.jianxi.gateway.ledger.Breach.Kind.REWRITTEN;
import static org.jianxi.gateway.ledger.Breach.Kind.SIGNATURE_WRONG;
import static org.jianxi.gateway.ledger.Breach.Kind.WENT_BACKWARDS;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jianxi.gateway.flow.Witness.Kept;
import org.jianxi.gateway.ledger.Breach;
import org.jianxi.gateway.ledger.Fsck;
import org.jianxi.gateway.ledger.LedgerLog;
import org.jianxi.gateway.ledger.OwnSeals;
import org.jianxi.gateway.ledger.VerifiedPoint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands between the ledger and everything that is made from it: on a broken ledger there is no roll-up and no filing. */
public final class LedgerGuard {

    private final Fsck fsck;
    private final LedgerLog log;
    private final Witness witness;
    private final OwnSeals seals;

    public LedgerGuard(Fsck fsck, LedgerLog log, Witness witness, OwnSeals seals) {
        this.fsck = fsck;
        this.log = log;
        this.witness = witness;
        this.seals = seals;
    }

    /** The full check, the kept checkpoints first. */
    public Optional<Breach> full(LongConsumer progress) {
        return backwards().or(() -> fsck.full(progress));
    }

    /** What came since a point that was found whole, the kept checkpoints first. */
    Optional<Breach> since(VerifiedPoint point, LongConsumer progress) {
        return backwards().or(() -> fsck.since(point, progress));
    }

    /** Whether the ledger still begins with what the checkpoints kept outside the database say; asked at every start. */
    public Optional<Breach> backwards() {
        return witness.kept().stream()
                .map(this::against)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Throws {@link LedgerBroken} unless a roll-up of these submissions rests on firm ground. */
    void requireSoundFor(List<String> submissions) {
        fsck.soundFor(submissions).ifPresent(LedgerGuard::refuse);
    }

    /** Throws {@link LedgerBroken} on the first thing that is wrong anywhere. */
    void requireWhole() {
        full(done -> {}).ifPresent(LedgerGuard::refuse);
    }

    /** Throws {@link LedgerBroken} when the database was put back to an older state, or its history is another one. */
    void requireForwards() {
        backwards().ifPresent(LedgerGuard::refuse);
    }

    private Optional<Breach> against(Kept kept) {
        var file = kept.file().toString();
        var content = seals.contentOf(kept.cms());
        if (content.isEmpty()) {
            return Optional.of(new Breach("witness", file, SIGNATURE_WRONG, "a checkpoint sealed by us", "none"));
        }
        var checkpoint = JsonMapper.shared().readTree(new String(content.get(), StandardCharsets.UTF_8));
        return against(file, checkpoint);
    }

    private Optional<Breach> against(String file, JsonNode checkpoint) {
        var size = checkpoint.path("treeSize").asLong();
        var head = checkpoint.path("treeHead").asString("");
        var entry = log.at(size - 1);
        if (entry.isEmpty()) {
            return Optional.of(new Breach(
                    "ledger_entry",
                    "as witnessed in " + file,
                    WENT_BACKWARDS,
                    size + " entries at " + checkpoint.path("signedAt").asString(""),
                    log.size() + " entries"));
        }
        var now = entry.get().treeHead().hex();
        return now.equals(head)
                ? Optional.empty()
                : Optional.of(new Breach("ledger_entry", "as witnessed in " + file, REWRITTEN, head, now));
    }

    private static void refuse(Breach breach) {
        throw new LedgerBroken(breach);
    }
}
