package org.jianxi.gateway.registries.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The runs in the database. A registry has one open run at the most; what stopped is the open one and goes on. */
public record MatchRuns(JdbcClient jdbc) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The open run of this registry for this purpose and law, or a new one; an open run for another one ends. */
    public MatchRun begin(RegistrySettings settings, String actor, Instant now) {
        var open = open(settings.name());
        if (open.isPresent() && open.get().query().equals(settings.query())) {
            jdbc.sql("update match_run set stopped = null, moved_at = :now where id = :id")
                    .param("now", at(now))
                    .param("id", open.get().id())
                    .update();
            return find(open.get().id()).orElseThrow();
        }
        open.ifPresent(one -> supersede(one.id(), now));
        var id = jdbc.sql("""
                        insert into match_run (registry, purpose, legal_basis, started_by, started_at, moved_at)
                        values (:registry, :purpose, :basis, :actor, :now, :now) returning id""")
                .param("registry", settings.name().value())
                .param("purpose", settings.query().purpose())
                .param("basis", settings.query().legalBasis())
                .param("actor", actor)
                .param("now", at(now))
                .query(Long.class)
                .single();
        return find(id).orElseThrow();
    }

    /** What the registry answers from in this run. */
    public void answersFrom(long run, SnapshotLabel snapshot, Instant now) {
        jdbc.sql("update match_run set snapshot = :snapshot, day = :day, moved_at = :now where id = :id")
                .param("snapshot", snapshot.id())
                .param("day", snapshot.day())
                .param("now", at(now))
                .param("id", run)
                .update();
    }

    /**
     * How many there are, and how many of them this run asks for, those included whom it has asked already.
     */
    public void planned(long run, long people, long due, Instant now) {
        jdbc.sql("update match_run set people = :people, due = :due, moved_at = :now where id = :id")
                .param("people", people)
                .param("due", due)
                .param("now", at(now))
                .param("id", run)
                .update();
    }

    /** Counts its answers anew. */
    public void moved(long run, Map<MatchResult, Long> results, Instant now) {
        jdbc.sql("update match_run set results = :results::jsonb, moved_at = :now where id = :id")
                .param("results", JSON.writeValueAsString(results))
                .param("now", at(now))
                .param("id", run)
                .update();
    }

    /** It stands still and can go on. */
    public void stop(long run, Bilingual reason, Instant now) {
        jdbc.sql("update match_run set stopped = :stopped::jsonb, moved_at = :now where id = :id")
                .param("stopped", JSON.writeValueAsString(Map.of("zh", reason.zh(), "en", reason.en())))
                .param("now", at(now))
                .param("id", run)
                .update();
    }

    public void finish(long run, Instant now) {
        jdbc.sql("update match_run set finished_at = :now, moved_at = :now, stopped = null where id = :id")
                .param("now", at(now))
                .param("id", run)
                .update();
    }

    /** It ends without being through: what it would ask now is another question. */
    public void supersede(long run, Instant now) {
        jdbc.sql("""
                        update match_run set finished_at = :now, moved_at = :now, stopped = null, superseded = true
                        where id = :id""").param("now", at(now)).param("id", run).update();
    }

    public Optional<MatchRun> find(long id) {
        return jdbc.sql("select * from match_run where id = :id")
                .param("id", id)
                .query(MatchRuns::read)
                .optional();
    }

    public Optional<MatchRun> newest(RegistryName registry) {
        return jdbc.sql("select * from match_run where registry = :registry order by id desc limit 1")
                .param("registry", registry.value())
                .query(MatchRuns::read)
                .optional();
    }

    /** The newest that came to its end: whose snapshot is the last good one. */
    public Optional<MatchRun> finished(RegistryName registry) {
        return jdbc.sql("""
                        select * from match_run where registry = :registry and finished_at is not null and not superseded
                        order by id desc limit 1""")
                .param("registry", registry.value())
                .query(MatchRuns::read)
                .optional();
    }

    /** The day of the extract that stands; empty where none was ever taken. */
    public Optional<LocalDate> extractDay(RegistryName registry) {
        return jdbc.sql("select day from registry_snapshot where registry = :registry order by number desc limit 1")
                .param("registry", registry.value())
                .query((row, number) -> row.getObject("day", LocalDate.class))
                .optional();
    }

    private Optional<MatchRun> open(RegistryName registry) {
        return jdbc.sql("select * from match_run where registry = :registry and finished_at is null")
                .param("registry", registry.value())
                .query(MatchRuns::read)
                .optional();
    }

    private static MatchRun read(ResultSet row, int number) throws SQLException {
        var snapshot = Optional.ofNullable(row.getString("snapshot"));
        var day = row.getObject("day", LocalDate.class);
        return new MatchRun(
                row.getLong("id"),
                new RegistryName(row.getString("registry")),
                new RegistrySettings.Query(row.getString("purpose"), row.getString("legal_basis")),
                snapshot.map(id -> new SnapshotLabel(id, day)),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("moved_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getLong("people"),
                row.getLong("due"),
                results(row.getString("results")),
                Optional.ofNullable(row.getString("stopped")).map(MatchRuns::reason),
                row.getBoolean("superseded"));
    }

    private static Map<MatchResult, Long> results(String json) {
        var results = new EnumMap<MatchResult, Long>(MatchResult.class);
        JSON.readTree(json)
                .properties()
                .forEach(one -> results.put(
                        MatchResult.valueOf(one.getKey()), one.getValue().asLong()));
        return results;
    }

    private static Bilingual reason(String json) {
        var tree = JSON.readTree(json);
        return new Bilingual(tree.path("zh").asString(""), tree.path("en").asString(""));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
