package org.jianxi.gateway.registries.extracts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.registries.run.RegistryName;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The extracts that came and the snapshots they became, as rows. */
record ExtractRows(JdbcClient jdbc, Clock clock) {

    private static final String GOOD = """
            select s.id, s.day, s.changed, e.at, e.digest, e.rows, e.unusable, e.entries
            from registry_snapshot s join registry_extract e on e.id = s.extract
            where s.registry = :registry order by s.number desc limit 1""";

    /** Nobody else takes an extract of this registry till the transaction ends. */
    void lock(RegistryName registry) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('registry_extract ' || :registry, 0))")
                .param("registry", registry.value())
                .query((row, at) -> true)
                .single();
    }

    Optional<KeptExtract> last(RegistryName registry) {
        return jdbc.sql(GOOD)
                .param("registry", registry.value())
                .query((row, at) -> kept(row))
                .optional();
    }

    private static KeptExtract kept(ResultSet row) throws SQLException {
        return new KeptExtract(
                row.getString("id"),
                row.getObject("day", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Digest.of(row.getBytes("digest")),
                row.getLong("rows"),
                row.getLong("unusable"),
                row.getLong("entries"),
                row.getLong("changed"));
    }

    /** The newest refusal, where nothing was taken after it. */
    Optional<ExtractStanding.Refused> refused(RegistryName registry) {
        return jdbc.sql("""
                        select at, refused_by, reason ->> 'zh' as zh, reason ->> 'en' as en from registry_extract
                        where registry = :registry order by id desc limit 1""")
                .param("registry", registry.value())
                .query((row, at) ->
                        Optional.ofNullable(row.getString("refused_by")).map(rule -> refusal(row, rule)))
                .optional()
                .flatMap(one -> one);
    }

    private static ExtractStanding.Refused refusal(ResultSet row, String rule) {
        try {
            return new ExtractStanding.Refused(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    rule,
                    new Bilingual(row.getString("zh"), row.getString("en")));
        } catch (SQLException damaged) {
            throw new IllegalStateException(damaged);
        }
    }

    /** The snapshots that became of extracts, the newest first. */
    List<String> snapshots(RegistryName registry, int most) {
        return jdbc.sql("select id from registry_snapshot where registry = :registry order by number desc limit :most")
                .param("registry", registry.value())
                .param("most", most)
                .query((row, at) -> row.getString("id"))
                .list();
    }

    long insert(ReceivedExtract received, ExtractCounts counts, Optional<Finding> refusal) {
        var written = refusal.map(finding -> JsonMapper.shared().writeValueAsString(finding.message()));
        return jdbc.sql("""
                        insert into registry_extract (registry, at, digest, day, rows, unusable, entries, refused_by, reason, at_line,
                            actor, override)
                        values (:registry, :at, :digest, :day, :rows, :unusable, :entries, :rule, :reason::jsonb, :line, :actor,
                            :override)
                        returning id""")
                .param("registry", received.registry().value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("digest", received.digest().bytes())
                .param("day", received.day().orElse(null))
                .param("rows", counts.rows())
                .param("unusable", counts.unusable())
                .param("entries", counts.entries())
                .param("rule", refusal.map(Finding::rule).orElse(null))
                .param("reason", written.orElse(null))
                .param("line", refusal.map(finding -> finding.at().line()).orElse(null))
                .param("actor", received.actor())
                .param(
                        "override",
                        refusal.isPresent() ? null : received.override().orElse(null))
                .query(Long.class)
                .single();
    }

    void insertSnapshot(ReceivedExtract received, long extract, Became became) {
        jdbc.sql("""
                        insert into registry_snapshot (registry, id, day, extract, before, changed)
                        values (:registry, :id, :day, :extract, :before, :changed)""")
                .param("registry", received.registry().value())
                .param("id", became.snapshot())
                .param("day", received.day().orElseThrow())
                .param("extract", extract)
                .param("before", became.before().orElse(null))
                .param("changed", became.changed())
                .update();
    }

    /** @param before the snapshot that stood till now */
    record Became(String snapshot, Optional<String> before, long changed) {}
}
