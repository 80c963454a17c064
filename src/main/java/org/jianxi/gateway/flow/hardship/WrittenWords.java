package org.jianxi.gateway.flow.hardship;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.records.LookReason;
import org.jianxi.gateway.registries.marks.MarkHistory;
import org.jianxi.gateway.registries.marks.MarkHistory.Past;
import org.springframework.transaction.support.TransactionOperations;

/** What people wrote about a mark, opened for whoever says what for; that it was opened stands in the audit. */
public record WrittenWords(MarkHistory history, Audit audit, TransactionOperations transaction) {

    /** @param words empty where none were written or no purpose was said */
    public record Read(Past past, Optional<String> words) {}

    /**
     * @param purpose 4 to 200 characters; without one the words stay sealed. Throws
     *     {@link org.jianxi.gateway.records.LookReason.NoPurpose} for any other
     */
    public List<Read> of(String mark, Optional<String> purpose, String actor, Instant now) {
        if (purpose.isEmpty()) {
            return history.of(mark).stream()
                    .map(past -> new Read(past, Optional.empty()))
                    .toList();
        }
        var reason = new LookReason(actor, purpose.get(), Optional.empty());
        return Optional.ofNullable(transaction.execute(status -> {
                    audit.record(now, new Audit.Deed(actor, "mark-words-read", mark, reason.purpose()));
                    return history.of(mark).stream()
                            .map(past -> new Read(past, history.open(past)))
                            .toList();
                }))
                .orElseThrow();
    }
}
