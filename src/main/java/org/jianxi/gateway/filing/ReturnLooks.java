package org.jianxi.gateway.filing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each reader of the office has read each month's return. A convenience: nothing follows from it, and it is overwritten. */
public record ReturnLooks(JdbcClient jdbc) {

    /** @param position the ledger's size when the return was marked as read */
    public record Look(long position, Instant at) {}

    public Optional<Look> of(String reader, Period period) {
        return jdbc.sql("select position, at from return_look where reader = :reader and period = :period")
                .param("reader", reader)
                .param("period", period.toString())
                .query((row, number) -> new Look(
                        row.getLong("position"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** A second press at once changes nothing; an older page pressed late does not take a newer look back. */
    public void mark(String reader, Period period, Look look) {
        jdbc.sql("""
                        insert into return_look (reader, period, position, at) values (:reader, :period, :position, :at)
                        on conflict (reader, period) do update set position = excluded.position, at = excluded.at
                        where return_look.position <= excluded.position""")
                .param("reader", reader)
                .param("period", period.toString())
                .param("position", look.position())
                .param("at", look.at().atOffset(ZoneOffset.UTC))
                .update();
    }
}
