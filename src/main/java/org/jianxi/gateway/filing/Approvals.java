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
import org.jianxi.gateway.canonical.Sender;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The approvals that were given. Each is bound to the figures it was given for and means nothing for any others. */
public final class Approvals {

    private static final String STANDS =
            " and not exists (select 1 from approval_withdrawal w where w.approval = approval.id)";

    private final JdbcClient jdbc;

    public Approvals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One person's word that these figures may be filed.
     *
     * @param figures digest of the figures and of every submission behind them
     * @param gaps the senders whose absence was accepted with them
     * @param returned the senders whose figures were accepted although they had been sent back
     */
    public record Approval(
            Period period,
            int revision,
            Digest figures,
            long ledgerPosition,
            List<Sender> gaps,
            List<Sender> returned,
            String approvedBy,
            Instant approvedAt) {

        public Approval {
            gaps = List.copyOf(gaps);
            returned = List.copyOf(returned);
            approvedAt = approvedAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** @param entry the position of its entry in the ledger */
    public void add(Approval approval, long entry) {
        jdbc.sql("""
                        insert into approval
                            (period, revision, figures_digest, ledger_position, gaps, returned, approved_by, approved_at, entry)
                        values (:period, :revision, :figures, :position, :gaps, :returned, :by, :at, :entry)
                        """)
                .param("period", approval.period().toString())
                .param("revision", approval.revision())
                .param("figures", approval.figures().bytes())
                .param("position", approval.ledgerPosition())
                .param("gaps", codes(approval.gaps()))
                .param("returned", codes(approval.returned()))
                .param("by", approval.approvedBy())
                .param("at", approval.approvedAt().atOffset(ZoneOffset.UTC))
                .param("entry", entry)
                .update();
    }

    /** The approval that an entry of the ledger speaks of, withdrawn or not. */
    public Optional<Approval> at(long entry) {
        return jdbc.sql("select * from approval where entry = :entry")
                .param("entry", entry)
                .query(Approvals::read)
                .optional();
    }

    /** All that were given in a period, withdrawn or not. */
    public int given(Period period) {
        return count("select count(*) from approval where period = :period", period);
    }

    /** Of those, the ones that were withdrawn. */
    public int withdrawn(Period period) {
        return count(
                "select count(*) from approval_withdrawal w join approval a on a.id = w.approval where a.period = :period",
                period);
    }

    private int count(String sql, Period period) {
        return jdbc.sql(sql)
                .param("period", period.toString())
                .query(Integer.class)
                .single();
    }

    /** Every approval of exactly these figures that was not withdrawn, newest first. */
    public List<Approval> of(Period period, Digest figures) {
        return jdbc.sql("select * from approval where period = :period and figures_digest = :figures" + STANDS
                        + " order by id desc")
                .param("period", period.toString())
                .param("figures", figures.bytes())
                .query(Approvals::read)
                .list();
    }

    /** The newest approval of a period that was not withdrawn, whatever the figures it was given for. */
    public Optional<Approval> latest(Period period) {
        return jdbc.sql("select * from approval where period = :period" + STANDS + " order by id desc limit 1")
                .param("period", period.toString())
                .query(Approvals::read)
                .optional();
    }

    /** 撤回审核. Who withdrew approvals, when, and why. */
    public record Withdrawal(String by, Instant at, String reason, String words) {

        public Withdrawal {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * Takes every approval of these figures back; how many there were.
     *
     * @param entry the position of the act's entry in the ledger
     */
    public int withdraw(Approval given, Withdrawal withdrawal, long entry) {
        return jdbc.sql("""
                        insert into approval_withdrawal (approval, reason, words, by, at, entry)
                        select id, :reason, :words, :by, :at, :entry from approval
                        where period = :period and figures_digest = :figures and revision = :revision""" + STANDS)
                .param("period", given.period().toString())
                .param("figures", given.figures().bytes())
                .param("revision", given.revision())
                .param("reason", withdrawal.reason())
                .param("words", withdrawal.words())
                .param("by", withdrawal.by())
                .param("at", withdrawal.at().atOffset(ZoneOffset.UTC))
                .param("entry", entry)
                .update();
    }

    /** The approvals of the same figures that a withdrawal now would take back, oldest first. */
    public List<Approval> standing(Approval given) {
        return jdbc.sql(
                        "select * from approval where period = :period and figures_digest = :figures and revision = :revision"
                                + STANDS + " order by id")
                .param("period", given.period().toString())
                .param("figures", given.figures().bytes())
                .param("revision", given.revision())
                .query(Approvals::read)
                .list();
    }

    /** An approval that was taken back, and the act that did it. */
    public record Withdrawn(Approval approval, Withdrawal withdrawal) {}

    /** What the act that an entry of the ledger speaks of took back, oldest first. */
    public List<Withdrawn> withdrawnAt(long entry) {
        return jdbc.sql("""
                        select a.*, w.by, w.at, w.reason, w.words from approval_withdrawal w
                        join approval a on a.id = w.approval where w.entry = :entry order by a.id""")
                .param("entry", entry)
                .query((row, number) -> new Withdrawn(read(row, number), withdrawal(row)))
                .list();
    }

    /** What was withdrawn in a period, newest first, each as one act however many approvals it took back. */
    public List<Withdrawal> withdrawals(Period period) {
        return jdbc.sql("""
                        select distinct w.by, w.at, w.reason, w.words from approval_withdrawal w
                        join approval a on a.id = w.approval where a.period = :period order by w.at desc""")
                .param("period", period.toString())
                .query((row, number) -> withdrawal(row))
                .list();
    }

    private static Withdrawal withdrawal(ResultSet row) throws SQLException {
        return new Withdrawal(
                row.getString("by"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getString("words"));
    }

    private static String codes(List<Sender> senders) {
        return String.join(",", senders.stream().map(Sender::code).toList());
    }

    private static Approval read(ResultSet row, int number) throws SQLException {
        return new Approval(
                Period.of(row.getString("period")),
                row.getInt("revision"),
                Digest.of(row.getBytes("figures_digest")),
                row.getLong("ledger_position"),
                senders(row.getString("gaps")),
                senders(row.getString("returned")),
                row.getString("approved_by"),
                row.getObject("approved_at", OffsetDateTime.class).toInstant());
    }

    private static List<Sender> senders(String codes) {
        return List.of(codes.split(",")).stream()
                .flatMap(code -> Optional.of(code).filter(one -> !one.isEmpty()).map(Sender::new).stream())
                .toList();
    }
}
