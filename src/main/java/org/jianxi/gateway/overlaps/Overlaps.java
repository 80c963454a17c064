package org.jianxi.gateway.overlaps;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Sender;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** The cases in the database. All is written in the caller's transaction, and what is written stays. */
public record Overlaps(NamedParameterJdbcOperations jdbc) {

    /** Who acts when it is not a person. */
    public static final String SCAN = "overlap-scan";

    /** What a look through the placements changed. */
    public record Scanned(List<OverlapCase> opened, List<OverlapCase> lapsed) {}

    /**
     * Looks through all placements that stand: opens a case for what is found for the first time, and lets those lapse whose records no
     * longer show it. Nothing happens, and nothing is read, while no trainees or placements came since the last look.
     *
     * @param dueOn last day for closing what is found today
     */
    public Scanned scan(LocalDate dueOn, Instant now) {
        var people = new PlacedPeople(jdbc);
        var newest = people.newest();
        jdbc.queryForList("select pg_advisory_xact_lock(hashtext('overlap_scan'))::text", Map.of(), String.class);
        if (newest.isEmpty() || newest.equals(seenUntil())) {
            return new Scanned(List.of(), List.of());
        }
        var known = known();
        var found = new HashSet<Digest>();
        var standing = new HashSet<String>();
        var opened = new ArrayList<Long>();
        people.forEach(placements -> {
            placements.forEach(one -> standing.add(one.name()));
            for (var overlap : OverlapCheck.among(placements)) {
                found.add(overlap.subject());
                if (isNew(overlap, known)) {
                    opened.add(open(overlap, known, dueOn, now));
                }
            }
        });
        var lapsed = lapse(known.values(), found, standing, now);
        remember(newest.get());
        return new Scanned(find(opened), find(lapsed));
    }

    private static boolean isNew(Overlap overlap, Map<Digest, OverlapCase> known) {
        var before = known.get(overlap.subject());
        return before == null || before.state() == OverlapCase.State.LAPSED;
    }

    private long open(Overlap overlap, Map<Digest, OverlapCase> known, LocalDate dueOn, Instant now) {
        var before = Optional.ofNullable(known.get(overlap.subject()));
        var number = jdbc.queryForList(
                        """
                insert into overlap_case (kind, subject, occurrence, found_at, due_on)
                values (:kind, :subject, :occurrence, :now, :due) returning number""",
                        new MapSqlParameterSource()
                                .addValue("kind", overlap.kind().wireName())
                                .addValue("subject", overlap.subject().bytes())
                                .addValue(
                                        "occurrence",
                                        before.map(one -> one.occurrence() + 1).orElse(0))
                                .addValue("now", now.atOffset(ZoneOffset.UTC))
                                .addValue("due", dueOn),
                        Long.class)
                .getFirst();
        for (var placement : overlap.placements()) {
            jdbc.update(
                    "insert into overlap_record (overlap, sender, record_token) values (:overlap, :sender, :record)",
                    Map.of(
                            "overlap", number,
                            "sender", placement.sender().code(),
                            "record", HexFormat.of().parseHex(placement.record())));
        }
        return number;
    }

    private List<Long> lapse(Collection<OverlapCase> known, Set<Digest> found, Set<String> standing, Instant now) {
        var lapsed = new ArrayList<Long>();
        for (var one : known) {
            if (one.isOpen() && !found.contains(one.subject())) {
                var all = one.sides().stream()
                        .flatMap(side -> side.records().stream()
                                .map(record -> side.sender().code() + "/" + record))
                        .allMatch(standing::contains);
                write(one.number(), new Act(SCAN, "lapsed", null, all ? "days-corrected" : "records-gone", null), now);
                lapsed.add(one.number());
            }
        }
        return lapsed;
    }

    /** What a person or the scan did. */
    record Act(
            String actor,
            String act,
            @Nullable Sender sender,
            String outcome,
            @Nullable Words words) {}

    /** What was written, sealed for the place that the case's number and the act's number make. */
    public record Words(byte[] sealed, String key) {}

    /** What a side found, as it closes its part; the last one closes the case. The case is locked by the caller. */
    public record SideClosing(Sender sender, String actor, SideOutcome outcome, Words words) {}

    public OverlapCase close(OverlapCase open, SideClosing closing, Instant now) {
        write(
                open.number(),
                new Act(
                        closing.actor(),
                        "closed-by-side",
                        closing.sender(),
                        closing.outcome().wireName(),
                        closing.words()),
                now);
        if (open.waitingFor().size() == 1) {
            write(open.number(), new Act(closing.actor(), "closed", null, "", null), now);
        }
        return find(open.number()).orElseThrow();
    }

    private void write(long overlap, Act act, Instant now) {
        jdbc.update(
                """
                insert into overlap_act (overlap, number, at, actor, act, sender, outcome, words, seal_key)
                select :overlap, 1 + count(*), :now, :actor, :act, :sender, :outcome, :words, :key
                from overlap_act where overlap = :overlap""",
                new MapSqlParameterSource()
                        .addValue("overlap", overlap)
                        .addValue("now", now.atOffset(ZoneOffset.UTC))
                        .addValue("actor", act.actor())
                        .addValue("act", act.act())
                        .addValue(
                                "sender",
                                act.sender() == null ? null : act.sender().code())
                        .addValue("outcome", act.outcome())
                        .addValue(
                                "words",
                                act.words() == null ? null : act.words().sealed(),
                                java.sql.Types.BINARY)
                        .addValue(
                                "key", act.words() == null ? null : act.words().key()));
    }

    /** The newest case of each subject. */
    private Map<Digest, OverlapCase> known() {
        var known = new HashMap<Digest, OverlapCase>();
        new OverlapRows(jdbc)
                .query("select * from overlap_current order by number", Map.of())
                .forEach(one -> known.put(one.subject(), one));
        return known;
    }

    public Optional<OverlapCase> find(long number) {
        return find(List.of(number)).stream().findFirst();
    }

    /** Locks it until the transaction ends. */
    public Optional<OverlapCase> lock(long number) {
        var locked = jdbc.queryForList(
                "select number from overlap_case where number = :number for update",
                Map.of("number", number),
                Long.class);
        return locked.isEmpty() ? Optional.empty() : find(number);
    }

    private List<OverlapCase> find(List<Long> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : new OverlapRows(jdbc)
                        .query(
                                "select * from overlap_current where number in (:numbers) order by number",
                                Map.of("numbers", numbers));
    }

    private Optional<Instant> seenUntil() {
        return jdbc
                .query(
                        "select seen_until from overlap_scan",
                        Map.of(),
                        (row, number) -> row.getObject("seen_until", java.time.OffsetDateTime.class)
                                .toInstant())
                .stream()
                .findFirst();
    }

    private void remember(Instant newest) {
        jdbc.update("""
                insert into overlap_scan (seen_until) values (:newest)
                on conflict (one) do update set seen_until = excluded.seen_until""", Map.of("newest", newest.atOffset(ZoneOffset.UTC)));
    }
}
