package org.jianxi.gateway.records.facts;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.signing.PersonTokens;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps the facts of one delivery's records, in the transaction that keeps the records. For one thread. */
public final class FactKeeping {

    private final FactBatch batch;
    private final FactRow rows;
    private final FactStanding standing;
    private final String into;

    private FactKeeping(FactBatch batch, FactTable table, FactStanding standing, FactRow.Hashes hashes) {
        this.batch = batch;
        this.rows = new FactRow(table, hashes);
        this.standing = standing;
        this.into = table.table() + " (" + table.stored() + ", stands_from)";
    }

    /**
     * Waits until no other delivery of the same sender and dataset is being kept, and is the next one from then on until the transaction
     * ends. Facts are kept of every dataset that is delivered.
     *
     * @param comparable makes the writings of one name equal
     */
    public static FactKeeping begin(
            JdbcTemplate jdbc, Delivered delivered, PersonTokens tokens, UnaryOperator<String> comparable) {
        var table = FactTable.find(delivered.dataset()).orElseThrow();
        var standing = new FactStanding(jdbc, table);
        var hashes = new KeyedHashes(tokens, comparable, delivered.sender(), new HashMap<>());
        return new FactKeeping(standing.next(delivered), table, standing, hashes);
    }

    /** The table with its columns, for COPY. */
    public String into() {
        return into;
    }

    /** A row of COPY's text format. */
    public String row(CanonicalRecord content, byte[] token) {
        return rows.of(batch, content, token);
    }

    /** Ends what no longer stands, once every row is written. */
    public void settle() {
        standing.settle(batch);
    }

    /** @param seen what units and posts are called is asked for again and again */
    private record KeyedHashes(
            PersonTokens tokens, UnaryOperator<String> comparable, Sender sender, Map<List<String>, byte[]> seen)
            implements FactRow.Hashes {

        private static final int SEEN = 5_000;

        @Override
        public byte[] record(String dataset, String id) {
            return hash(List.of(dataset, sender.code(), id));
        }

        @Override
        public byte[] comparison(String what, String value) {
            return hash(List.of("compared", what, what.equals("name") ? comparable.apply(value) : value));
        }

        private byte[] hash(List<String> parts) {
            if (seen.size() == SEEN) {
                seen.clear();
            }
            return seen.computeIfAbsent(parts, key -> Arrays.copyOf(tokens.ofRecord(key), FactBatch.RECORD_BYTES));
        }
    }
}
