package org.jianxi.gateway.flow;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jianxi.gateway.ledger.Audit;
import org.springframework.transaction.support.TransactionOperations;

/** Erases what is personal and whose last day is over (个人信息保护法 第四十七条), by the office's calendar day. */
public final class ErasureFlow {

    private final DueErasures erasures;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final ZoneId zone;

    ErasureFlow(DueErasures erasures, Audit audit, TransactionOperations transaction, Clock clock, ZoneId zone) {
        this.erasures = erasures;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.zone = zone;
    }

    /** All that is due, in one transaction with its entries and audit rows. A route calls this every hour. */
    public void eraseDue() {
        var now = clock.instant();
        transaction.executeWithoutResult(
                status -> erasures.erase(LocalDate.ofInstant(now, zone), now).forEach(deed -> audit.record(now, deed)));
    }
}
