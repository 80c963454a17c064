package org.jianxi.gateway.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.filing.Acknowledgement.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What officers typed in of the ministry's word where returns go by hand. It is an officer's word about the ministry's, never a signature's
 * worth; of several about one message the newest counts, and none is taken away.
 */
public record TypedAcknowledgements(JdbcClient jdbc) {

    /**
     * @param number as the ministry gave it
     * @param receivedAt when the ministry says it received the return
     * @param words why the ministry rejected it, or why an earlier entry is replaced; may be empty
     */
    public record Typed(
            String messageId, String number, Verdict verdict, Instant receivedAt, String words, String by, Instant at) {

        public Typed {
            receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** @param position of its entry in the ledger */
    public void add(Typed one, long position) {
        jdbc.sql("""
                        insert into typed_acknowledgement (message_id, number, verdict, received_at, words, by, at, position)
                        values (:message, :number, :verdict, :received, :words, :by, :at, :position)""")
                .param("message", one.messageId())
                .param("number", one.number())
                .param("verdict", one.verdict().wireName())
                .param("received", one.receivedAt().atOffset(ZoneOffset.UTC))
                .param("words", one.words())
                .param("by", one.by())
                .param("at", one.at().atOffset(ZoneOffset.UTC))
                .param("position", position)
                .update();
    }

    /** About one message, oldest first. */
    public List<Typed> of(String messageId) {
        return jdbc.sql("select * from typed_acknowledgement where message_id = :id order by id")
                .param("id", messageId)
                .query(TypedAcknowledgements::read)
                .list();
    }

    /** The one that an entry of the ledger speaks of. */
    public Optional<Typed> at(long position) {
        return jdbc.sql("select * from typed_acknowledgement where position = :position")
                .param("position", position)
                .query(TypedAcknowledgements::read)
                .optional();
    }

    private static Typed read(ResultSet row, int number) throws SQLException {
        return new Typed(
                row.getString("message_id"),
                row.getString("number"),
                Verdict.named(row.getString("verdict")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("words"),
                row.getString("by"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
