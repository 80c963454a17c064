package org.jianxi.gateway.flow;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.signing.SealVerifier;
import org.jianxi.gateway.signing.Signer;
import org.springframework.transaction.support.TransactionOperations;

/** Does what taking a return in needs, for real: signs and verifies, writes a row and takes it back, reads the calendar. */
public final class EvidenceCheck {

    private final Signer signer;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final WorkingCalendar calendar;
    private final Clock clock;

    public EvidenceCheck(
            Signer signer, Audit audit, TransactionOperations transaction, WorkingCalendar calendar, Clock clock) {
        this.signer = signer;
        this.audit = audit;
        this.transaction = transaction;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What was found; throws whatever stood in the way. */
    public Map<String, String> run() {
        var now = clock.instant();
        var content = now.toString().getBytes(StandardCharsets.UTF_8);
        if (!new SealVerifier(signer.certificate())
                .check(signer.sign(content), now)
                .isGenuine()) {
            throw new IllegalStateException("our own signature does not verify at " + now);
        }
        transaction.executeWithoutResult(status -> {
            audit.record(now, new Audit.Deed("health", "write-tried", "", ""));
            status.setRollbackOnly();
        });
        var month = calendar.monthOf(now);
        var deadlines = calendar.deadlinesOf(month.previous());
        var found = new LinkedHashMap<String, String>();
        found.put("signature", "verified");
        found.put("database", "written");
        found.put("calendar", deadlines.calendarVersion() + (deadlines.provisional() ? ", provisional" : ""));
        found.put("certificateNotAfter", signer.certificate().notAfter().toString());
        return found;
    }
}
