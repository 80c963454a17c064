package org.jianxi.gateway.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
     * @param correction what makes it a correction; empty for a return that corrects none
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
            Optional<Correction> correction,
            String approvedBy,
            String filedBy,
            Instant filedAt) {

        public Filed {
            filedAt = filedAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * @param number counts the corrections of the period from 1
     * @param corrects message id of the filing it corrects
     * @param difference the difference to it, canonical JSON
     */
    public record Correction(int number, String corrects, byte[] difference) {}

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
                            content, document, signature, second_signature, number, corrects, difference,
                            approved_by, filed_by, filed_at)
                        values (:period, :revision, :messageId, :position, :figures,
                            :content, :document, :signature, :secondSignature, :number, :corrects, :difference,
                            :approvedBy, :filedBy, :filedAt)
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
                .param("number", filed.correction().map(Correction::number).orElse(null))
                .param("corrects", filed.correction().map(Correction::corrects).orElse(null))
                .param(
                        "difference",
                        filed.correction().map(Correction::difference).orElse(null))
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

    /** Every filing of a period, oldest first. */
    public List<Filed> all(Period period) {
        return jdbc.sql("select * from provincial_return where period = :period order by revision")
                .param("period", period.toString())
                .query(FiledReturns::read)
                .list();
    }

    public Optional<Filed> find(Period period, int revision) {
        return jdbc.sql("select * from provincial_return where period = :period and revision = :revision")
                .param("period", period.toString())
                .param("revision", revision)
                .query(FiledReturns::read)
                .optional();
    }

    public Optional<Filed> find(String messageId) {
        return jdbc.sql("select * from provincial_return where message_id = :id")
                .param("id", messageId)
                .query(FiledReturns::read)
                .optional();
    }

    /**
     * The filing that a correction corrects: the latest that the ministry has, or may yet get. One that it rejected holds
     * nothing there, so what it said is said again by the next.
     */
    public Optional<Filed> inForce(Period period) {
        return jdbc.sql("""
                        select filed.* from provincial_return filed join outbox on outbox.message_id = filed.message_id
                        where filed.period = :period and outbox.state <> 'rejected'
                        order by filed.revision desc limit 1""")
                .param("period", period.toString())
                .query(FiledReturns::read)
                .optional();
    }

    /** The number that the next correction of the period gets; a rejected one keeps its own. */
    public int nextNumber(Period period) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from provincial_return where period = :period")
                .param("period", period.toString())
                .query(Integer.class)
                .single();
    }

    /** A row that was tampered with may have one of the three without the others; it is for the ledger's check to say so. */
    private static Optional<Correction> correction(ResultSet row) throws SQLException {
        var corrects = Optional.ofNullable(row.getString("corrects"));
        var difference = Optional.ofNullable(row.getBytes("difference"));
        var number = row.getInt("number");
        return number == 0 && corrects.isEmpty() && difference.isEmpty()
                ? Optional.empty()
                : Optional.of(new Correction(number, corrects.orElse(""), difference.orElse(new byte[0])));
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
                correction(row),
                row.getString("approved_by"),
                row.getString("filed_by"),
                row.getObject("filed_at", OffsetDateTime.class).toInstant());
    }
}
