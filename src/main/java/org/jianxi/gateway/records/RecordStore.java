package org.jianxi.gateway.records;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.signing.PersonKeys;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Records of people, sealed. All of a submission's are written in the caller's transaction by one COPY, whatever their number, and none
 * is ever changed: a record sent again is a newer version beside the older.
 */
public final class RecordStore {

    private final JdbcTemplate jdbc;
    private final PersonKeys keys;

    public RecordStore(JdbcTemplate jdbc, PersonKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
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

    /** @return how many were kept; an exception of the source leaves none once the transaction is given up */
    public long keep(Batch batch, Source records) {
        var sealed = new SealedRows(batch, keys.current(), keys.tokens());
        var count = jdbc.execute((java.sql.Connection connection) -> {
            try (var copy = new CopiedRows(connection.unwrap(PGConnection.class))) {
                records.forEach(content -> copy.write(sealed.row(content)));
                return copy.finish();
            } catch (IOException failed) {
                throw new SQLException("The records could not be written", failed);
            }
        });
        return count == null ? 0 : count;
    }

    /** The sealed versions of a record, oldest first, by the text of its key fields. */
    public List<SealedRecord> versions(Batch batch, List<String> key) {
        var token = keys.tokens().of(SealedRows.domainOf(batch), String.join("\0", key));
        return jdbc.query(
                "select r.submission, r.number, r.seal_key, r.content from person_record r join submission s on s.id = r.submission"
                        + " where r.dataset = ? and r.sender = ? and r.record_token = ? order by s.decided_at, r.number",
                (row, number) -> SealedRecord.read(row),
                batch.dataset().id(),
                batch.sender().code(),
                token);
    }

    /** One record, still sealed; empty when there is none. */
    public Optional<SealedRecord> find(String submission, long number) {
        return jdbc
                .query(
                        "select submission, number, seal_key, content from person_record where submission = ? and number = ?",
                        (row, at) -> SealedRecord.read(row),
                        submission,
                        number)
                .stream()
                .findFirst();
    }
}
