package org.jianxi.gateway.flow.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jianxi.gateway.records.Batch;
import org.jianxi.gateway.records.RecordStore;
import org.jianxi.gateway.signing.PersonKeys;

/**
 * Keeps the records of a batch that stands, in the verdict's transaction.
 *
 * @param zone of the office's calendar day
 */
public record PeopleKeeping(BatchReading reading, RecordStore store, PersonKeys keys, ZoneId zone) {

    /** An exception leaves none of it once the transaction is given up. */
    public Manifest keep(String submission, BatchRead batch, int revision, Instant receivedAt) {
        var rows = new Batch(
                submission,
                batch.dataset(),
                batch.sender().orElseThrow(),
                batch.period().orElseThrow(),
                batch.paper().delivers(),
                LocalDate.ofInstant(receivedAt, zone));
        return Manifest.of(batch, revision, store.keep(rows, taker -> reading.again(batch, taker)));
    }

    /** What stands for a sender's idempotency key: it may have put anything into it, a person's number too. */
    public String hidden(String idempotencyKey) {
        var token = keys.tokens().ofRecord(List.of("idempotency-key", idempotencyKey));
        return java.util.HexFormat.of().formatHex(token);
    }
}
