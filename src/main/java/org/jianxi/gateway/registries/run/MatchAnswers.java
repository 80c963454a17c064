package org.jianxi.gateway.registries.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.records.PersonOfRecord;
import org.jianxi.gateway.registries.marks.Hardship;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.support.TransactionOperations;

/** Who has which answer of which registry. Where a run is follows from this and from nothing else. */
public final class MatchAnswers {

    private static final int FETCHED = 5_000;

    /** A person without a name is left out where the same person stands with one. */
    private static final String PEOPLE = """
            select p.person_token, p.name_token, a.snapshot, a.day from (
                select person_token, name_token, bool_or(name_token is not null) over (partition by person_token) as named
                from (select distinct person_token, name_token from person_current where person_token is not null) every) p
            left join lateral (
                select snapshot, day from match_answer a
                where a.registry = ? and a.purpose = ? and a.person_token = p.person_token
                and a.name_token = coalesce(p.name_token, ''::bytea)
                and (a.result not in ('ERROR', 'NOT_QUERIED') or (a.run = ? and a.snapshot = ?))
                order by (a.snapshot = ?) desc, a.day desc, a.answered_at desc limit 1) a on true
            where p.name_token is not null or not p.named
            order by 1, 2""";

    private final JdbcTemplate jdbc;
    private final JdbcTemplate streaming;
    private final TransactionOperations transaction;

    public MatchAnswers(JdbcTemplate jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.streaming.setFetchSize(FETCHED);
        this.transaction = transaction;
    }

    /**
     * Which answers are meant.
     *
     * @param run whose answers count whatever they say: it asks nobody twice
     * @param snapshot the one that stands
     */
    public record Scope(RegistryName registry, String purpose, long run, String snapshot) {}

    /** Everybody whose records stand now, in the order of their tokens, with the answer they have; held in no memory here. */
    public void forEach(Scope scope, BiConsumer<PersonOfRecord, Optional<LastAnswer>> taker) {
        RowCallbackHandler each = row -> taker.accept(person(row), last(row));
        transaction.executeWithoutResult(status -> streaming.query(
                PEOPLE,
                each,
                scope.registry().value(),
                scope.purpose(),
                scope.run(),
                scope.snapshot(),
                scope.snapshot()));
    }

    /** From which snapshots anybody has an answer. */
    public List<String> snapshots(RegistryName registry, String purpose) {
        return jdbc.query(
                "select distinct snapshot from match_answer where registry = ? and purpose = ?",
                (row, number) -> row.getString(1),
                registry.value(),
                purpose);
    }

    /** In the caller's transaction; a later answer from the same snapshot takes the place of the one before. */
    public void keep(Scope scope, LocalDate day, List<Answer> answers, Instant now) {
        jdbc.batchUpdate(
                """
                insert into match_answer (registry, purpose, person_token, name_token, snapshot, day, result, category,
                    relation, disability_kind, disability_level, insured, run, answered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::datemultirange, ?, ?)
                on conflict (registry, purpose, person_token, name_token, snapshot) do update set result = excluded.result,
                    category = excluded.category, relation = excluded.relation, disability_kind = excluded.disability_kind,
                    disability_level = excluded.disability_level, insured = excluded.insured, run = excluded.run, answered_at = excluded.answered_at""",
                answers.stream().map(answer -> row(scope, day, answer, now)).toList());
    }

    private static Object[] row(Scope scope, LocalDate day, Answer answer, Instant now) {
        var said = answer.said();
        return new Object[] {
            scope.registry().value(),
            scope.purpose(),
            answer.person().person().bytes(),
            answer.person().nameBytes().orElseGet(() -> new byte[0]),
            scope.snapshot(),
            day,
            answer.result().name(),
            said.map(Hardship::category).orElse(null),
            said.flatMap(Hardship::relation).orElse(null),
            said.flatMap(Hardship::disabilityKind).orElse(null),
            said.flatMap(Hardship::disabilityLevel).orElse(null),
            answer.insured().map(InsuredDays::multirange).orElse(null),
            scope.run(),
            now.atOffset(ZoneOffset.UTC)
        };
    }

    /**
     * The newest answer of somebody that has another name in it, and what it was answered from.
     */
    public Optional<Said> saidUnderAnotherName(RegistryName registry, String purpose, PersonOfRecord person) {
        return jdbc
                .query(
                        """
                        select * from match_answer where registry = ? and purpose = ? and person_token = ? and name_token = ?
                        and result = 'NAME_MISMATCH' order by day desc, answered_at desc limit 1""",
                        (row, number) -> said(person, row),
                        registry.value(),
                        purpose,
                        person.person().bytes(),
                        person.nameBytes().orElseGet(() -> new byte[0]))
                .stream()
                .findFirst();
    }

    /** An answer and what it was answered from. */
    public record Said(SnapshotLabel snapshot, Answer answer) {}

    private static Said said(PersonOfRecord person, ResultSet row) throws SQLException {
        var category = row.getString("category");
        var said = new Hardship(
                category == null ? "" : category,
                Optional.ofNullable(row.getString("relation")),
                Optional.ofNullable(row.getString("disability_kind")),
                Optional.ofNullable(row.getString("disability_level")));
        var snapshot = new SnapshotLabel(row.getString("snapshot"), row.getObject("day", LocalDate.class));
        return new Said(snapshot, new Answer(person, MatchResult.NAME_MISMATCH, Optional.of(said)));
    }

    /** How many of a run have which result. */
    public Map<MatchResult, Long> counts(long run) {
        var counts = new EnumMap<MatchResult, Long>(MatchResult.class);
        RowCallbackHandler each = row -> counts.put(MatchResult.valueOf(row.getString(1)), row.getLong(2));
        jdbc.query("select result, count(*) from match_answer where run = ? group by result", each, run);
        return counts;
    }

    /**
     * Forgets answers that may not be relied on any more where there are newer ones.
     *
     * @param before answers as of an earlier day may not be relied on
     */
    public void forget(RegistryName registry, LocalDate before) {
        jdbc.update("""
                delete from match_answer a where registry = ? and day < ?
                and exists (select from match_answer b where b.registry = a.registry and b.purpose = a.purpose
                    and b.person_token = a.person_token and b.name_token = a.name_token and b.day > a.day
                    and b.result not in ('ERROR', 'NOT_QUERIED'))""", registry.value(), before);
    }

    /** Forgets everything that was answered of whoever has no record any more, by whatever registry. */
    public void forgetStrangers() {
        for (var table : List.of("match_answer", "name_difference", "linkage_candidate")) {
            jdbc.update("delete from " + table + " a where not exists"
                    + " (select from person_record r where r.person_token = a.person_token)");
        }
    }

    private static PersonOfRecord person(ResultSet row) throws SQLException {
        return new PersonOfRecord(
                Digest.of(row.getBytes("person_token")),
                Optional.ofNullable(row.getBytes("name_token")).map(HexFormat.of()::formatHex));
    }

    private static Optional<LastAnswer> last(ResultSet row) throws SQLException {
        var day = row.getObject("day", LocalDate.class);
        return Optional.ofNullable(row.getString("snapshot")).map(snapshot -> new LastAnswer(snapshot, day));
    }
}
