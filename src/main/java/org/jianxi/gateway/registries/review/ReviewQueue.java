package org.jianxi.gateway.registries.review;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.registries.linkage.Waterfall;
import org.jianxi.gateway.registries.marks.Hardship;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.run.SnapshotLabel;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The candidates that wait for a person's look, and what was said of them. What a row says of its person lies sealed. */
public record ReviewQueue(JdbcTemplate jdbc, PersonKeys keys) {

    /** A pair of ours and a row. */
    public record Found(Digest person, byte[] row, long line, Waterfall why, RowDescription description) {}

    /** New ones open; those known before keep what was decided, unless nobody could tell. In the caller's transaction. */
    public void take(RegistryName registry, SnapshotLabel of, Collection<Found> found, Instant now) {
        var seal = keys.current();
        jdbc.batchUpdate(
                """
                insert into linkage_candidate as c (registry, person_token, row_token, snapshot, day, line, found_at, prior, steps,
                    total, description, seal_key)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                on conflict (registry, person_token, row_token) do update set snapshot = excluded.snapshot, day = excluded.day,
                    line = excluded.line, prior = excluded.prior, steps = excluded.steps, total = excluded.total,
                    description = case when c.outcome = 'not-the-same' then null else excluded.description end,
                    seal_key = case when c.outcome = 'not-the-same' then null else excluded.seal_key end,
                    outcome = case when c.outcome in ('gone', 'cannot-tell') then null else c.outcome end,
                    closed_at = case when c.outcome in ('gone', 'cannot-tell') then null else c.closed_at end,
                    closed_by = case when c.outcome in ('gone', 'cannot-tell') then null else c.closed_by end""",
                found.stream()
                        .map(one -> new Object[] {
                            registry.value(),
                            one.person().bytes(),
                            one.row(),
                            of.id(),
                            of.day(),
                            one.line(),
                            now.atOffset(ZoneOffset.UTC),
                            one.why().prior(),
                            WaterfallText.steps(one.why()),
                            one.why().total(),
                            seal.seal(
                                    one.description().json().getBytes(StandardCharsets.UTF_8),
                                    place(registry.value(), one.person().bytes(), one.row())),
                            seal.keyId()
                        })
                        .toList());
    }

    /** Closes the open ones that the extract has no more. In the caller's transaction. */
    public void gone(RegistryName registry, SnapshotLabel of, Instant now) {
        jdbc.update("""
                update linkage_candidate set outcome = 'gone', closed_at = ?, closed_by = 'extract', description = null, seal_key = null
                where registry = ? and snapshot <> ? and outcome is null""", now.atOffset(ZoneOffset.UTC), registry.value(), of.id());
    }

    /** @param open only those that nobody decided yet; the likeliest of a registry are not first: ids are an order to go on by */
    public List<QueuedCandidate> page(RegistryName registry, boolean open, long after, int limit) {
        return jdbc.query(
                "select * from linkage_candidate where registry = ? and id > ? and (outcome is null or not ?) order by id limit ?",
                ReviewQueue::read,
                registry.value(),
                after,
                open,
                limit);
    }

    /** Locks it until the transaction ends. */
    public Optional<QueuedCandidate> lock(RegistryName registry, long id) {
        return one("select * from linkage_candidate where registry = ? and id = ? for update", registry, id);
    }

    private Optional<QueuedCandidate> one(String sql, RegistryName registry, long id) {
        return jdbc.query(sql, ReviewQueue::read, registry.value(), id).stream().findFirst();
    }

    /**
     * Of a person who is not ours nothing stays but the token of the row.
     *
     * @param words why, in words of whoever decided
     */
    public void close(QueuedCandidate candidate, ReviewOutcome outcome, String words, Decided by) {
        var seal = keys.current();
        jdbc.update(
                """
                update linkage_candidate set outcome = ?, closed_at = ?, closed_by = ?, words = ?, words_key = ?,
                    description = case when ? then description end, seal_key = case when ? then seal_key end where id = ?""",
                outcome.wireName(),
                by.at().atOffset(ZoneOffset.UTC),
                by.actor(),
                seal.seal(words.getBytes(StandardCharsets.UTF_8), words(candidate.id())),
                seal.keyId(),
                outcome == ReviewOutcome.SAME_PERSON,
                outcome == ReviewOutcome.SAME_PERSON,
                candidate.id());
    }

    /** Who decided, and when. */
    public record Decided(String actor, Instant at) {}

    /**
     * What the row says; empty where it was let go of. Whoever shows it has written down the look. Throws {@link KeyProblem} where it
     * does not open.
     */
    public Optional<RowDescription> description(QueuedCandidate candidate) {
        return jdbc
                .query(
                        "select * from linkage_candidate where id = ? and description is not null",
                        (row, at) -> opened(row),
                        candidate.id())
                .stream()
                .findFirst();
    }

    /** Those of whom a person said that a row of this snapshot is theirs, and what it says of them. */
    public Map<Digest, Hardship> samePeople(RegistryName registry, String snapshot, byte[][] people) {
        var same = new HashMap<Digest, Hardship>();
        RowCallbackHandler each = row -> same.putIfAbsent(
                Digest.of(row.getBytes("person_token")), opened(row).hardship());
        if (people.length > 0) {
            jdbc.query("""
                    select * from linkage_candidate where registry = ? and snapshot = ? and outcome = 'same-person'
                    and person_token = any(?) order by total desc, id""", each, registry.value(), snapshot, people);
        }
        return same;
    }

    public long open(RegistryName registry) {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select count(*) from linkage_candidate where registry = ? and outcome is null",
                        Long.class,
                        registry.value()))
                .orElse(0L);
    }

    private RowDescription opened(ResultSet row) throws SQLException {
        var place = place(row.getString("registry"), row.getBytes("person_token"), row.getBytes("row_token"));
        var clear = keys.named(row.getString("seal_key")).open(row.getBytes("description"), place);
        return RowDescription.read(new String(clear, StandardCharsets.UTF_8));
    }

    private static String place(String registry, byte[] person, byte[] row) {
        var hex = HexFormat.of();
        return "linkage_candidate/%s/%s/%s".formatted(registry, hex.formatHex(person), hex.formatHex(row));
    }

    private static String words(long id) {
        return "linkage_candidate/" + id + "/words";
    }

    private static QueuedCandidate read(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        return new QueuedCandidate(
                row.getLong("id"),
                new RegistryName(row.getString("registry")),
                Digest.of(row.getBytes("person_token")),
                new SnapshotLabel(row.getString("snapshot"), row.getObject("day", LocalDate.class)),
                row.getLong("line"),
                WaterfallText.read(row.getDouble("prior"), row.getString("steps")),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                outcome == null
                        ? Optional.empty()
                        : Optional.of(new QueuedCandidate.Closing(
                                outcome,
                                row.getString("closed_by"),
                                row.getObject("closed_at", OffsetDateTime.class).toInstant())));
    }
}
