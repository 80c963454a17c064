package org.jianxi.gateway.records;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.records.copying.CopiedTables;
import org.jianxi.gateway.records.facts.FactKeeping;
import org.jianxi.gateway.signing.PersonKeys;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Records of people, sealed. All of a submission's are written in the caller's transaction by one COPY, whatever their number, and none
 * is ever changed: a record sent again is a newer version beside the older.
 */
public final class RecordStore {

    private final JdbcTemplate jdbc;
    private final PersonKeys keys;
    private final Terms terms;

    public RecordStore(JdbcTemplate jdbc, PersonKeys keys, Terms terms) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.terms = terms;
    }

    /**
     * How records are kept.
     *
     * @param comparable makes the writings of one name equal
     * @param published what of them may lie in the clear
     */
    public record Terms(
            UnaryOperator<String> comparable,
            RecordRetention retention,
            SecureRandom random,
            Supplier<PublicFields> published) {

        /** Where nothing is published. */
        public Terms(UnaryOperator<String> comparable, RecordRetention retention, SecureRandom random) {
            this(comparable, retention, random, () -> PublicFields.NONE);
        }
    }

    /** Gives a submission's records one after another to whoever writes them. */
    @FunctionalInterface
    public interface Source {
        void forEach(Taker taker) throws IOException;
    }

    @FunctionalInterface
    public interface Taker {
        void take(CanonicalRecord content) throws IOException;
    }

    /**
     * What was kept.
     *
     * @param removed how many of them call a record gone
     * @param root of the tree over the records' salted leaves, in their order
     */
    public record Kept(long count, long removed, Digest root) {}

    /** An exception of the source leaves none once the transaction is given up. */
    public Kept keep(Batch batch, Source records) {
        var tokens = new RecordTokens(keys.tokens(), terms.comparable());
        var sealed = new SealedRows(
                batch, keys.current().forOneThread(), tokens, terms.retention(), new RecordLeaves(terms.random()));
        var facts = FactKeeping.begin(jdbc, batch.delivered(), keys.tokens(), terms.comparable());
        var beside = List.of(
                new PlacementSpans(batch),
                new FactsBeside(facts),
                new PublicContents(batch, terms.published().get()));
        var removals = new ArrayList<Long>();
        copying(copies -> records.forEach(content -> {
            if (content.removal()) {
                removals.add(content.number());
            }
            var token = tokens.record(batch.dataset(), batch.sender(), content);
            copies.write(SealedRows.INTO, sealed.row(content, token));
            for (var table : beside) {
                var row = table.row(content, token);
                if (row.isPresent()) {
                    copies.write(table.into(), row.get());
                }
            }
        }));
        facts.settle();
        new Tombstones(jdbc, batch).write(removals);
        return sealed.kept(removals.size());
    }

    private void copying(Copying work) {
        jdbc.execute((Connection connection) -> {
            try {
                var copies = new CopiedTables(connection.unwrap(PGConnection.class));
                work.into(copies);
                copies.finish();
                return null;
            } catch (IOException failed) {
                throw new SQLException("The records could not be written", failed);
            }
        });
    }

    @FunctionalInterface
    private interface Copying {
        void into(CopiedTables copies) throws IOException;
    }

    /** The facts of each record, which know nothing of the tables beside them. */
    private record FactsBeside(FactKeeping facts) implements RowsBeside {

        @Override
        public String into() {
            return facts.into();
        }

        @Override
        public Optional<byte[]> row(CanonicalRecord content, byte[] token) {
            return Optional.of(facts.row(content, token));
        }
    }

    /** The sealed versions of a record, oldest first, by the text of its key fields. */
    public List<SealedRecord> versions(Batch batch, List<String> key) {
        var tokens = new RecordTokens(keys.tokens(), terms.comparable());
        return jdbc.query(
                "select " + SealedRecord.COLUMNS + " from person_record r join submission s on s.id = r.submission"
                        + " where r.dataset = ? and r.sender = ? and r.record_token = ? order by s.decided_at, r.number",
                SealedRecord::read,
                batch.dataset().id(),
                batch.sender().code(),
                tokens.record(batch.dataset().id(), batch.sender(), key));
    }

    /**
     * Erases the content of every record whose last day is before this one, and what its person was found by, in the caller's transaction.
     *
     * @return the numbers of what was erased, by submission
     */
    public Map<String, List<Long>> eraseBefore(LocalDate day) {
        var erased = new TreeMap<String, List<Long>>();
        RowCallbackHandler each = row -> erased.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                .add(row.getLong(2));
        jdbc.query(
                "update person_record set content = null, person_token = null, name_token = null, trainee_token = null"
                        + " where personal_until < ? and content is not null returning submission, number",
                each,
                Date.valueOf(day));
        return erased;
    }

    /** One record, still sealed; empty when there is none. */
    public Optional<SealedRecord> find(String submission, long number) {
        return jdbc
                .query(
                        "select " + SealedRecord.COLUMNS
                                + " from person_record r where r.submission = ? and r.number = ?",
                        SealedRecord::read,
                        submission,
                        number)
                .stream()
                .findFirst();
    }
}
