package org.jianxi.gateway.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The approvals that were given. Each is bound to the figures it was given for and means nothing for any others. */
public final class Approvals {

    private final JdbcClient jdbc;

    public Approvals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One person's word that these figures may be filed.
     *
     * @param figures digest of the figures and of every submission behind them
     * @param gaps the senders whose absence was accepted with them
     */
    public record Approval(
            Period period,
            int revision,
            Digest figures,
            long ledgerPosition,
            List<Sender> gaps,
            String approvedBy,
            Instant approvedAt) {

        public Approval {
            gaps = List.copyOf(gaps);
        }
    }

    public void add(Approval approval) {
        jdbc.sql("""
                        insert into approval
                            (period, revision, figures_digest, ledger_position, gaps, approved_by, approved_at)
                        values (:period, :revision, :figures, :position, :gaps, :by, :at)
                        """)
                .param("period", approval.period().toString())
                .param("revision", approval.revision())
                .param("figures", approval.figures().bytes())
                .param("position", approval.ledgerPosition())
                .param(
                        "gaps",
                        String.join(
                                ",", approval.gaps().stream().map(Sender::code).toList()))
                .param("by", approval.approvedBy())
                .param("at", approval.approvedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Every approval of exactly these figures, newest first. */
    public List<Approval> of(Period period, Digest figures) {
        return jdbc.sql("select * from approval where period = :period and figures_digest = :figures order by id desc")
                .param("period", period.toString())
                .param("figures", figures.bytes())
                .query(Approvals::read)
                .list();
    }

    /** The newest approval of a period, whatever the figures it was given for. */
    public Optional<Approval> latest(Period period) {
        return jdbc.sql("select * from approval where period = :period order by id desc limit 1")
                .param("period", period.toString())
                .query(Approvals::read)
                .optional();
    }

    private static Approval read(ResultSet row, int number) throws SQLException {
        return new Approval(
                Period.of(row.getString("period")),
                row.getInt("revision"),
                Digest.of(row.getBytes("figures_digest")),
                row.getLong("ledger_position"),
                senders(row.getString("gaps")),
                row.getString("approved_by"),
                row.getObject("approved_at", OffsetDateTime.class).toInstant());
    }

    private static List<Sender> senders(String codes) {
        return List.of(codes.split(",")).stream()
                .flatMap(code -> Optional.of(code).filter(one -> !one.isEmpty()).map(Sender::new).stream())
                .toList();
    }
}
