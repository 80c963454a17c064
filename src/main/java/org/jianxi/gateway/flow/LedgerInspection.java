package org.jianxi.gateway.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jianxi.gateway.ledger.Breach;
import org.jianxi.gateway.ledger.Ledger;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The full check on demand, over one snapshot of the database, so that returns may come in meanwhile. */
public final class LedgerInspection {

    private final LedgerGuard guard;
    private final Ledger ledger;
    private final TransactionTemplate snapshot;

    public LedgerInspection(LedgerGuard guard, Ledger ledger, PlatformTransactionManager transactions) {
        this.guard = guard;
        this.ledger = ledger;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** What was looked at and the first thing that was wrong. */
    public record Finding(long entries, long checkpoints, Optional<Breach> breach) {}

    /** @param progress is told how many entries are done, now and then */
    public Finding run(LongConsumer progress) {
        return snapshot.execute(status -> {
            var breach = guard.full(progress);
            return new Finding(ledger.log().size(), ledger.checkpoints().count(), breach);
        });
    }

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
