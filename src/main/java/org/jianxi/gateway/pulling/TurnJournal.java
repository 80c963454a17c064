package org.jianxi.gateway.pulling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.SourceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How each source's last turns ended, and when its next is, for whoever asks from outside. */
public final class TurnJournal {

    private final JdbcClient database;

    public TurnJournal(JdbcClient database) {
        this.database = database;
    }

    /**
     * What is known of one source that is asked.
     *
     * @param endedAt when a turn last ended well
     * @param failure what the last failure was, in words for the operator; it stays until a turn ends well
     * @param stoppingSince since when its route waits for what is under way, to be replaced or to go
     */
    public record Entry(
            Optional<Instant> endedAt,
            Optional<Instant> failedAt,
            Optional<String> failure,
            Optional<Instant> nextAt,
            Optional<Instant> stoppingSince) {}

    public void ended(SourceId source, Instant now, Optional<Instant> next) {
        database.sql("""
                        insert into source_turn (source, ended_at, next_at) values (?, ?, ?)
                        on conflict (source) do update set
                            ended_at = excluded.ended_at, next_at = excluded.next_at, failed_at = null, failure = null""")
                .param(source.value())
                .param(written(now))
                .param(next.map(TurnJournal::written).orElse(null))
                .update();
    }

    public void failed(SourceId source, Instant now, String failure, Optional<Instant> next) {
        database.sql("""
                        insert into source_turn (source, failed_at, failure, next_at) values (?, ?, ?, ?)
                        on conflict (source) do update set
                            failed_at = excluded.failed_at, failure = excluded.failure, next_at = excluded.next_at""")
                .param(source.value())
                .param(written(now))
                .param(failure)
                .param(next.map(TurnJournal::written).orElse(null))
                .update();
    }

    /** Whose routes are stopping now; of all others it is no longer said. */
    public void stopping(Set<SourceId> now, Instant since) {
        var sources = now.stream().map(SourceId::value).toArray(String[]::new);
        database.sql(
                        "update source_turn set stopping_since = null where stopping_since is not null and source <> all (?)")
                .param(sources)
                .update();
        database.sql("""
                        insert into source_turn (source, stopping_since) select source, ? from unnest(?) as now (source)
                        on conflict (source) do update set
                            stopping_since = coalesce(source_turn.stopping_since, excluded.stopping_since)""").param(written(since)).param(sources).update();
    }

    public Map<SourceId, Entry> all() {
        var entries = new TreeMap<SourceId, Entry>();
        database.sql("select source, ended_at, failed_at, failure, next_at, stopping_since from source_turn")
                .query((row, number) -> entries.put(new SourceId(row.getString("source")), entry(row)))
                .list();
        return entries;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                moment(row, "ended_at"),
                moment(row, "failed_at"),
                Optional.ofNullable(row.getString("failure")),
                moment(row, "next_at"),
                moment(row, "stopping_since"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime written(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
