package org.jianxi.gateway.registries.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.records.PersonOfRecord;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Numbers that stand in a registry under another name. A person looks at each and says who that is; none is a mark by itself. */
public record NameDifferences(JdbcTemplate jdbc) {

    /** What a person decided, or a later answer. */
    public enum Outcome {
        /** A former or other name: from now on the registry's word counts as a hit. */
        SAME_PERSON("same-person"),
        SOMEBODY_ELSE("somebody-else"),
        /** A later answer has no other name any more. */
        GONE("gone");

        private final String wireName;

        Outcome(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** One of them. */
    public record Difference(
            long id,
            RegistryName registry,
            String purpose,
            PersonOfRecord person,
            Instant foundAt,
            Optional<String> outcome,
            Optional<String> closedBy) {

        /** Shows nothing of the person. */
        @Override
        public String toString() {
            return "difference " + id;
        }
    }

    /** Takes a batch of answers: new ones open, those that are no more close. In the caller's transaction. */
    public void take(MatchAnswers.Scope scope, List<Answer> answers, Instant now) {
        var at = now.atOffset(ZoneOffset.UTC);
        jdbc.batchUpdate(
                """
                insert into name_difference as d (registry, purpose, person_token, name_token, found_at, snapshot, run)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (registry, purpose, person_token, name_token) do update set found_at = excluded.found_at,
                    snapshot = excluded.snapshot, run = excluded.run, outcome = null, closed_at = null, closed_by = null
                where d.outcome = 'gone'""",
                answers.stream()
                        .filter(answer -> answer.result() == MatchResult.NAME_MISMATCH)
                        .map(answer -> new Object[] {
                            scope.registry().value(),
                            scope.purpose(),
                            answer.person().person().bytes(),
                            name(answer.person()),
                            at,
                            scope.snapshot(),
                            scope.run()
                        })
                        .toList());
        jdbc.batchUpdate(
                """
                update name_difference set outcome = 'gone', closed_at = ?, closed_by = 'match-run'
                where registry = ? and purpose = ? and person_token = ? and name_token = ? and outcome is null""",
                answers.stream()
                        .filter(answer -> answer.result() == MatchResult.HIT || answer.result() == MatchResult.MISS)
                        .map(answer -> new Object[] {
                            at,
                            scope.registry().value(),
                            scope.purpose(),
                            answer.person().person().bytes(),
                            name(answer.person())
                        })
                        .toList());
    }

    /** Those of whom a person said that the other name is theirs. */
    public Set<PersonOfRecord> samePeople(MatchAnswers.Scope scope, List<Answer> answers) {
        var tokens = answers.stream()
                .filter(answer -> answer.result() == MatchResult.NAME_MISMATCH)
                .map(answer -> answer.person().person().bytes())
                .toArray(byte[][]::new);
        var same = new HashSet<PersonOfRecord>();
        RowCallbackHandler each = row -> same.add(person(row));
        if (tokens.length > 0) {
            jdbc.query("""
                    select person_token, name_token from name_difference
                    where registry = ? and purpose = ? and outcome = 'same-person' and person_token = any(?)""", each, scope.registry().value(), scope.purpose(), tokens);
        }
        return same;
    }

    /** @param open only those that nobody decided yet */
    public List<Difference> page(RegistryName registry, boolean open, long after, int limit) {
        return jdbc.query(
                "select * from name_difference where registry = ? and id > ? and (outcome is null or not ?)"
                        + " order by id limit ?",
                NameDifferences::read,
                registry.value(),
                after,
                open,
                limit);
    }

    /** Locks it until the transaction ends. */
    public Optional<Difference> lock(RegistryName registry, long id) {
        return jdbc
                .query(
                        "select * from name_difference where registry = ? and id = ? for update",
                        NameDifferences::read,
                        registry.value(),
                        id)
                .stream()
                .findFirst();
    }

    public void close(long id, Outcome outcome, String actor, Instant now) {
        jdbc.update(
                "update name_difference set outcome = ?, closed_at = ?, closed_by = ? where id = ?",
                outcome.wireName(),
                now.atOffset(ZoneOffset.UTC),
                actor,
                id);
    }

    public long open(RegistryName registry) {
        var count = jdbc.queryForObject(
                "select count(*) from name_difference where registry = ? and outcome is null",
                Long.class,
                registry.value());
        return count == null ? 0 : count;
    }

    private static Difference read(ResultSet row, int number) throws SQLException {
        return new Difference(
                row.getLong("id"),
                new RegistryName(row.getString("registry")),
                row.getString("purpose"),
                person(row),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getString("closed_by")));
    }

    private static PersonOfRecord person(ResultSet row) throws SQLException {
        return new PersonOfRecord(
                Digest.of(row.getBytes("person_token")),
                Optional.of(row.getBytes("name_token"))
                        .filter(name -> name.length > 0)
                        .map(HexFormat.of()::formatHex));
    }

    private static byte[] name(PersonOfRecord person) {
        return person.nameBytes().orElseGet(() -> new byte[0]);
    }
}
