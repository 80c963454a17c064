package org.jianxi.gateway.flow;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.ledger.KeptFiles.KeptFile;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.LedgerEntry;
import org.jianxi.gateway.signing.Sm3;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Which mapping was put into force when, by whom and on what grounds: an entry of the ledger each, and both versions kept. */
public final class Promotions {

    /** The kind of entry a promotion makes. */
    public static final String PROMOTION = "promotion";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Ledger ledger;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    public Promotions(Ledger ledger, Audit audit, TransactionOperations transaction, Clock clock) {
        this.ledger = ledger;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * One file in place of another.
     *
     * @param file {@code <source>/<dataset>}
     * @param before what was in force; empty for a new one
     * @param after what comes into force; empty where it goes
     */
    public record Change(String file, Optional<byte[]> before, Optional<byte[]> after) {

        String digestBefore() {
            return before.map(Sm3::of).map(Digest::hex).orElse("");
        }

        String digestAfter() {
            return after.map(Sm3::of).map(Digest::hex).orElse("");
        }
    }

    /**
     * On what grounds.
     *
     * @param by a role, not a person's name
     * @param reason why it may stand although verdicts would have differed; empty text where none would
     * @param report SM3 of the replay's differences; empty text where none was made
     */
    public record Grounds(String by, String reason, String report) {}

    /** What the ledger says of an earlier one: digests in hexadecimal, empty where there was no file. */
    public record Promoted(String before, String after) {}

    /**
     * Records the change and makes it: what is done in {@code replacing} is done last, and when it fails nothing is recorded.
     */
    public void record(Change change, Grounds grounds, Runnable replacing) {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> {
            ledger.keptFiles().keep(files(change));
            var facts = new LinkedHashMap<String, Object>();
            facts.put("file", change.file());
            facts.put("before", change.digestBefore());
            facts.put("after", change.digestAfter());
            facts.put("by", grounds.by());
            facts.put("reason", grounds.reason());
            facts.put("report", grounds.report());
            ledger.log().append(PROMOTION, change.file() + "@" + now, facts, now);
            var detail = "%s -> %s, report %s: %s"
                    .formatted(change.digestBefore(), change.digestAfter(), grounds.report(), grounds.reason());
            audit.record(now, new Audit.Deed(grounds.by(), "mapping-promoted", change.file(), detail));
            replacing.run();
        });
    }

    /** The last change of this file that was made here. */
    public Optional<Promoted> last(String file) {
        return ledger.log().latest(PROMOTION, file + "@").map(Promotions::promoted);
    }

    /** The bytes of a version that was kept. */
    public Optional<byte[]> kept(String digest) {
        return ledger.keptFiles().find(new Digest(digest)).map(KeptFile::bytes);
    }

    private static Promoted promoted(LedgerEntry entry) {
        var body = JSON.readTree(entry.body());
        return new Promoted(body.path("before").asString(""), body.path("after").asString(""));
    }

    private static List<KeptFile> files(Change change) {
        return Stream.of(change.before(), change.after())
                .flatMap(Optional::stream)
                .map(bytes -> new KeptFile(Sm3.of(bytes), "mapping", bytes))
                .toList();
    }
}
