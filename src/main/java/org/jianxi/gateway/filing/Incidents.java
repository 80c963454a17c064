package org.jianxi.gateway.filing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person must look at. The same thing happening again is counted, not listed again. */
public final class Incidents {

    private static final int LONGEST_DETAIL = 500;

    private final JdbcClient jdbc;

    public Incidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param evidence the bytes that came, or none */
    public void report(Incident incident, byte[] evidence) {
        jdbc.sql("""
                        insert into incident (kind, subject, detail, evidence, first_at, last_at)
                        values (:kind, :subject, :detail, :evidence, :at, :at)
                        on conflict (kind, subject, detail)
                        do update set times = incident.times + 1, last_at = excluded.last_at""")
                .param("kind", incident.kind())
                .param("subject", incident.subject())
                .param("detail", shortened(incident.detail()))
                .param("evidence", evidence)
                .param("at", Outbox.time(incident.at()))
                .update();
    }

    /** All of them, the oldest first, each with the last time it happened. */
    public List<Incident> all() {
        return jdbc.sql("select kind, subject, detail, last_at from incident order by id")
                .query((row, number) -> new Incident(
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("detail"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The latest first, no more than so many. */
    public List<Seen> newest(int most) {
        return jdbc.sql("""
                        select kind, subject, detail, times, first_at, last_at from incident
                        order by last_at desc, id desc limit :most""")
                .param("most", most)
                .query((row, number) -> new Seen(
                        new Incident(
                                row.getString("kind"),
                                row.getString("subject"),
                                row.getString("detail"),
                                row.getObject("last_at", OffsetDateTime.class).toInstant()),
                        row.getInt("times"),
                        row.getObject("first_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static String shortened(String detail) {
        return detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL));
    }

    /**
     * @param kind stable name, such as {@code deadline-passed}
     * @param subject what it is about: a message's id
     */
    public record Incident(String kind, String subject, String detail, Instant at) {}

    /** @param times how often it happened since {@code firstAt}; the incident has the last time */
    public record Seen(Incident incident, int times, Instant firstAt) {}
}
