package org.jianxi.gateway.records.facts;

import java.util.List;
import java.util.Set;
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
        var hashes = new KeyedHashes(tokens, comparable, delivered.sender());
        return new FactKeeping(standing.next(delivered), table, standing, hashes);
    }

    /** The table with its columns, for COPY. */
    public String into() {
        return into;
    }

    /** A {@link org.jianxi.gateway.records.copying.BinaryRow}. */
    public byte[] row(CanonicalRecord content, byte[] token) {
        return rows.of(batch, content, token);
    }

    /** Ends what no longer stands, once every row is written. */
    public void settle() {
        standing.settle(batch);
    }

    /** @param named what units, posts and mentors are called is asked for again and again */
    private record KeyedHashes(
            PersonTokens tokens,
            UnaryOperator<String> comparable,
            Sender sender,
            Remembered<List<String>, byte[]> named)
            implements FactRow.Hashes {

        private static final Set<String> NAMED_OFTEN = Set.of("units", "posts", "mentors");
        private static final int REMEMBERED = 5_000;

        KeyedHashes(PersonTokens tokens, UnaryOperator<String> comparable, Sender sender) {
            this(tokens, comparable, sender, new Remembered<>(REMEMBERED));
        }

        @Override
        public byte[] record(String dataset, String id) {
            var parts = List.of(dataset, sender.code(), id);
            return NAMED_OFTEN.contains(dataset) ? named.of(parts, tokens::ofRecord) : tokens.ofRecord(parts);
        }

        @Override
        public byte[] comparison(String what, String value) {
            return tokens.ofRecord(List.of("compared", what, what.equals("name") ? comparable.apply(value) : value));
        }
    }
}
