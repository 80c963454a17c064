package org.jianxi.gateway.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the office recorded of units that are late for a reason (逾期说明). It stands beside the lateness, which nobody rewrites. */
public final class LateExceptions {

    private final JdbcClient jdbc;

    public LateExceptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param until the last day on which the return is awaited, in Shanghai */
    public record LateException(
            Sender sender, Period period, LocalDate until, String reason, String words, String by, Instant at) {

        public LateException {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** @param position of its entry in the ledger */
    public void add(LateException one, long position) {
        jdbc.sql("""
                        insert into late_exception (sender, period, until, reason, words, by, at, position)
                        values (:sender, :period, :until, :reason, :words, :by, :at, :position)""")
                .param("sender", one.sender().code())
                .param("period", one.period().toString())
                .param("until", one.until())
                .param("reason", one.reason())
                .param("words", one.words())
                .param("by", one.by())
                .param("at", one.at().atOffset(ZoneOffset.UTC))
                .param("position", position)
                .update();
    }

    /** The one that counts of each unit: its newest. */
    public List<LateException> of(Period period) {
        return jdbc.sql("""
                        select distinct on (sender) * from late_exception where period = :period
                        order by sender, id desc""")
                .param("period", period.toString())
                .query(LateExceptions::read)
                .list();
    }

    /** How often it was recorded for a unit and month. */
    public long count(Sender sender, Period period) {
        return jdbc.sql("select count(*) from late_exception where sender = :sender and period = :period")
                .param("sender", sender.code())
                .param("period", period.toString())
                .query(Long.class)
                .single();
    }

    public Optional<LateException> find(Sender sender, Period period) {
        return of(period).stream().filter(one -> one.sender().equals(sender)).findFirst();
    }

    /** The one that an entry of the ledger speaks of. */
    public Optional<LateException> at(long position) {
        return jdbc.sql("select * from late_exception where position = :position")
                .param("position", position)
                .query(LateExceptions::read)
                .optional();
    }

    private static LateException read(ResultSet row, int number) throws SQLException {
        return new LateException(
                new Sender(row.getString("sender")),
                Period.of(row.getString("period")),
                row.getObject("until", LocalDate.class),
                row.getString("reason"),
                row.getString("words"),
                row.getString("by"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
