package org.jianxi.gateway.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Period;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The provincial returns as filed; a correction is a further row, never a change. */
public final class FiledReturns {

    private final JdbcClient jdbc;

    public FiledReturns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One filing.
     *
     * @param messageId the same for every try to deliver it
     * @param content the return as JSON
     * @param document the bytes sent to the ministry: the return as XML
     * @param signature detached CMS over {@code document}
     * @param secondSignature the same by the office's second key, where it has one
     */
    public record Filed(
            Period period,
            int revision,
            String messageId,
            long ledgerPosition,
            Digest figures,
            byte[] content,
            byte[] document,
            byte[] signature,
            Optional<byte[]> secondSignature,
            String approvedBy,
            String filedBy,
            Instant filedAt) {}

    /** Serialises the filing of one period until the surrounding transaction ends. */
    public void lock(Period period) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 2))")
                .param("key", period.toString())
                .query((row, number) -> number)
                .single();
    }

    public void add(Filed filed) {
        jdbc.sql("""
                        insert into provincial_return (period, revision, message_id, ledger_position, figures_digest,
                            content, document, signature, second_signature, approved_by, filed_by, filed_at)
                        values (:period, :revision, :messageId, :position, :figures,
                            :content, :document, :signature, :secondSignature, :approvedBy, :filedBy, :filedAt)
                        """)
                .param("period", filed.period().toString())
                .param("revision", filed.revision())
                .param("messageId", filed.messageId())
                .param("position", filed.ledgerPosition())
                .param("figures", filed.figures().bytes())
                .param("content", filed.content())
                .param("document", filed.document())
                .param("signature", filed.signature())
                .param("secondSignature", filed.secondSignature().orElse(null))
                .param("approvedBy", filed.approvedBy())
                .param("filedBy", filed.filedBy())
                .param("filedAt", filed.filedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest filing of a period. */
    public Optional<Filed> latest(Period period) {
        return jdbc.sql("select * from provincial_return where period = :period order by revision desc limit 1")
                .param("period", period.toString())
                .query(FiledReturns::read)
                .optional();
    }

    private static Filed read(ResultSet row, int number) throws SQLException {
        return new Filed(
                Period.of(row.getString("period")),
                row.getInt("revision"),
                row.getString("message_id"),
                row.getLong("ledger_position"),
                Digest.of(row.getBytes("figures_digest")),
                row.getBytes("content"),
                row.getBytes("document"),
                row.getBytes("signature"),
                Optional.ofNullable(row.getBytes("second_signature")),
                row.getString("approved_by"),
                row.getString("filed_by"),
                row.getObject("filed_at", OffsetDateTime.class).toInstant());
    }
}
