package org.jianxi.gateway.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jianxi.gateway.ledger.Breach;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.LedgerEntry;
import org.jianxi.gateway.ledger.VerifiedPoint;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The check on demand, of everything or of what is new, over one snapshot of the database, so that returns may come in meanwhile. */
public final class LedgerInspection {

    private final LedgerGuard guard;
    private final Ledger ledger;
    private final VerifiedPoints points;
    private final TransactionTemplate snapshot;

    public LedgerInspection(
            LedgerGuard guard, Ledger ledger, VerifiedPoints points, PlatformTransactionManager transactions) {
        this.guard = guard;
        this.ledger = ledger;
        this.points = points;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * What was looked at and the first thing that was wrong.
     *
     * @param since where the look began; empty where everything was gone through
     */
    public record Finding(long entries, long checkpoints, Optional<VerifiedPoint> since, Optional<Breach> breach) {}

    /** Everything. @param progress is told how many entries are done, now and then */
    public Finding run(LongConsumer progress) {
        return run(Optional.empty(), progress);
    }

    /** What came since the last look that found nothing wrong; everything where there was none. */
    public Finding runSince(LongConsumer progress) {
        return run(points.newest(), progress);
    }

    private Finding run(Optional<VerifiedPoint> since, LongConsumer progress) {
        var seen = snapshot.execute(status -> {
            var breach = since.map(point -> guard.since(point, progress)).orElseGet(() -> guard.full(progress));
            return new Seen(
                    new Finding(ledger.log().size(), ledger.checkpoints().count(), since, breach),
                    ledger.log().last());
        });
        if (seen.finding().breach().isEmpty()) {
            seen.last().ifPresent(last -> points.keep(last, since));
        }
        return seen.finding();
    }

    private record Seen(Finding finding, Optional<LedgerEntry> last) {}

    /** A breach for programs: {@code kind table row expected actual message}. */
    public static Map<String, Object> document(Breach breach) {
        var document = new LinkedHashMap<String, Object>();
        document.put("kind", breach.kind().wireName());
        document.put("table", breach.table());
        document.put("row", breach.row());
        document.put("expected", breach.expected());
        document.put("actual", breach.actual());
        document.put(
                "message",
                Map.of("zh", breach.message().zh(), "en", breach.message().en()));
        return document;
    }
}
