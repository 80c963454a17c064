package org.jianxi.gateway.screening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.inquiries.Evidence;
import org.jianxi.gateway.inquiries.Suspicion;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** The records that stand, by their facts. Nothing sealed is opened. */
record ScreenedRecords(NamedParameterJdbcOperations jdbc) {

    /** Enough to keep the months of a million placements in memory while they are counted. */
    private static final String MEMORY = "set local work_mem = '64MB'";

    /** What was refused, sent back or recovered claims nothing; a placement that never was has no claims. */
    static final String STANDING = """
            with units as not materialized (select * from units_fact where stands_from is not null and stands_until is null),
            trainees as not materialized (select * from trainees_fact where stands_from is not null and stands_until is null),
            placements as not materialized (
                select * from placements_fact
                where stands_from is not null and stands_until is null and status is distinct from 'CANCELLED'),
            payments as not materialized (
                select * from payments_fact
                where stands_from is not null and stands_until is null
                    and coalesce(status, '') not in ('REJECTED', 'RETURNED', 'RECOVERED')),
            """;

    private static final String WITH_TOKENS = """

            select e.hit, e.dataset, e.sender, b.submission, e.number, p.record_token
            from evidence e
            join fact_batch b on b.batch = e.batch
            join person_record p on p.submission = b.submission and p.number = e.number""";

    List<Suspicion> of(ScreeningCheck check, ScreeningTerms terms) {
        var hits = new LinkedHashMap<String, List<Evidence>>();
        RowCallbackHandler each = row -> hits.computeIfAbsent(row.getString("hit"), hit -> new ArrayList<>())
                .add(evidence(row));
        jdbc.getJdbcOperations().execute(MEMORY);
        jdbc.query(
                STANDING + check.evidence() + WITH_TOKENS,
                Map.of("mostPeople", terms.mostPeople(), "mostUnits", terms.mostUnits()),
                each);
        return hits.values().stream()
                .map(evidence -> new Suspicion(check.kind(), evidence))
                .toList();
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                new Sender(row.getString("sender")),
                HexFormat.of().formatHex(row.getBytes("record_token")),
                Optional.of(new Evidence.Version(
                        row.getString("dataset"), row.getString("submission"), row.getLong("number"))));
    }

    /** Whether the very versions that were looked at stand. */
    boolean standUnchanged(List<Evidence> records) {
        return records.stream()
                .allMatch(one -> one.version().filter(this::stands).isPresent());
    }

    private boolean stands(Evidence.Version version) {
        var standing = jdbc.queryForObject(
                """
                select exists (
                    select from fact_batch b join (
                        select batch, number, stands_from, stands_until from trainees_fact
                        union all select batch, number, stands_from, stands_until from placements_fact) f on f.batch = b.batch
                    where b.submission = :submission and f.number = :number
                        and f.stands_from is not null and f.stands_until is null)""", Map.of("submission", version.submission(), "number", version.number()), Boolean.class);
        return Boolean.TRUE.equals(standing);
    }

    /** Whether every record, in whatever version, is still one of those that stand. */
    boolean allStand(List<Evidence> records) {
        var tokens = records.stream()
                .map(one -> HexFormat.of().parseHex(one.record()))
                .toArray(byte[][]::new);
        var standing = jdbc.queryForObject("""
                select count(*) from unnest(:tokens) as asked (token)
                where exists (
                    select from (
                        select record, stands_from, stands_until from units_fact
                        union all select record, stands_from, stands_until from trainees_fact
                        union all select record, stands_from, stands_until from placements_fact
                        union all select record, stands_from, stands_until from payments_fact) f
                    where f.record = encode(substring(asked.token, 1, 16), 'hex')::uuid
                        and f.stands_from is not null and f.stands_until is null)""", Map.of("tokens", tokens), Long.class);
        return standing != null && standing == tokens.length;
    }
}
