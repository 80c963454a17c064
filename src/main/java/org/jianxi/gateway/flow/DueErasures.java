package org.jianxi.gateway.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.ledger.Audit.Deed;
import org.jianxi.gateway.ledger.Bodies;
import org.jianxi.gateway.ledger.Erasures;
import org.jianxi.gateway.ledger.NumberRanges;
import org.jianxi.gateway.records.RecordStore;

/** Everything personal whose last day is over: leaves, records and bodies, each with the ledger entry that says it went. */
record DueErasures(Erasures erasures, Bodies bodies, RecordStore records) {

    private static final String RETENTION = "retention";

    /** In the caller's transaction. @return what was done, for the audit */
    List<Deed> erase(LocalDate day, Instant now) {
        var deeds = new ArrayList<Deed>();
        erasures.erase(day, now)
                .forEach((subject, leaves) -> deeds.add(deed("leaves-erased", subject, Integer.toString(leaves))));
        records.eraseBefore(day).forEach((submission, numbers) -> {
            var erased = NumberRanges.none();
            numbers.forEach(erased::add);
            erasures.recordsErased(submission, erased, now);
            deeds.add(deed("records-erased", submission, Integer.toString(erased.count())));
        });
        bodies.eraseBefore(day).forEach(digest -> {
            erasures.bodyErased(digest, now);
            deeds.add(deed("body-erased", digest.hex(), ""));
        });
        return deeds;
    }

    private static Deed deed(String action, String object, String detail) {
        return new Deed(RETENTION, action, object, detail);
    }
}
