package org.jianxi.gateway.registries.marks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jianxi.gateway.registries.marks.ActLog.Entry;
import org.jianxi.gateway.registries.marks.Mark.Confirmation;
import org.jianxi.gateway.registries.marks.MarkAnswer.PersonKey;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * The marks in the database. All is written in the caller's transaction; what is written is never changed, until it is erased.
 *
 * @param zone whose calendar days count
 */
public record Marks(NamedParameterJdbcOperations jdbc, Confidential confidential, ZoneId zone) {

    /** Who acts when they are not people. */
    public static final String MATCH_RUN = "match-run";

    public static final String CALENDAR = "calendar";

    /** Which registry was asked for what. */
    public record Asked(String registry, String purpose) {}

    /**
     * Takes a batch of a registry's answers: a hit proposes a mark or renews it, a miss says on a mark that is there that the person is
     * gone from the snapshot. The same answers again change nothing.
     *
     * @return the marks that stand otherwise now
     */
    public List<Mark> proposed(Asked asked, List<? extends MarkAnswer> answers, Instant now) {
        var known =
                known(asked, answers.stream().map(MarkAnswer::person).distinct().toList());
        var entries = new ArrayList<Entry>();
        for (var answer : answers) {
            var before = Optional.ofNullable(known.get(answer.person()));
            var changed = before.isPresent()
                    ? changed(before.get(), answer, now, entries)
                    : first(asked, answer, now, entries);
            changed.ifPresent(mark -> known.put(answer.person(), mark));
        }
        new ActLog(jdbc).write(entries);
        var touched = entries.stream().map(Entry::mark).distinct().toList();
        return known.values().stream().filter(one -> touched.contains(one.id())).toList();
    }

    private Optional<Mark> changed(Mark before, MarkAnswer answer, Instant now, List<Entry> entries) {
        MarkAct act = switch (answer) {
            case MarkAnswer.Hit hit -> new MarkAct.Hit(hit.word());
            case MarkAnswer.Miss miss -> new MarkAct.Miss(miss.snapshotOn());
        };
        return before.standing()
                .flatMap(standing -> MarkLife.after(standing, act) instanceof MarkStep.Done done
                        ? Optional.of(add(before, new Doing(MATCH_RUN, act, now), done.standing(), entries))
                        : Optional.empty());
    }

    /** A miss of somebody who is not marked is nothing. */
    private Optional<Mark> first(Asked asked, MarkAnswer answer, Instant now, List<Entry> entries) {
        if (!(answer instanceof MarkAnswer.Hit hit)) {
            return Optional.empty();
        }
        var id = UUID.randomUUID().toString();
        jdbc.update(
                """
                insert into hardship_mark (id, registry, purpose, person_token)
                values (:id, :registry, :purpose, :person)""",
                new MapSqlParameterSource(Map.of(
                        "id", id,
                        "registry", asked.registry(),
                        "purpose", asked.purpose(),
                        "person", hit.person().token())));
        var standing = Standing.proposed(hit.word());
        var nothingYet = new Mark(
                id,
                asked.registry(),
                asked.purpose(),
                Optional.of(hit.person()),
                0,
                now,
                standing.state(),
                Optional.empty(),
                Optional.empty());
        return Optional.of(add(nothingYet, new Doing(MATCH_RUN, new MarkAct.Hit(hit.word()), now), standing, entries));
    }

    /** One act by one actor. */
    public record Doing(String actor, MarkAct act, Instant at) {}

    /** Locks the mark until the transaction ends, so that two people never decide the same thing. Empty where there is none. */
    public Optional<Mark> lock(String id) {
        var locked = jdbc.queryForList(
                "select id from hardship_mark where id = :id for update", Map.of("id", id), String.class);
        return locked.isEmpty() ? Optional.empty() : find(id);
    }

    public Optional<Mark> find(String id) {
        return jdbc.query("select * from mark_current where id = :id", Map.of("id", id), MarkRows::mark).stream()
                .findFirst();
    }

    /** Does it, where it may be done as the mark stands, and says what came of it. The mark is locked by the caller. */
    public MarkStep act(Mark mark, Doing doing) {
        return mark.standing()
                .map(standing -> MarkLife.after(standing, doing.act()))
                .map(step -> {
                    if (step instanceof MarkStep.Done done) {
                        var entries = new ArrayList<Entry>();
                        add(mark, doing, done.standing(), entries);
                        new ActLog(jdbc).write(entries);
                    }
                    return step;
                })
                .orElseGet(MarkLife::gone);
    }

    private Mark add(Mark mark, Doing doing, Standing after, List<Entry> entries) {
        var confirmation = confirmation(mark, doing, after);
        var number = mark.acts() + 1;
        var words = ActWords.of(doing.act()).map(text -> confidential.seal(ActWords.place(mark.id(), number), text));
        entries.add(new Entry(
                mark.id(), number, doing.at(), doing.actor(), ActWords.name(doing.act()), after, confirmation, words));
        return new Mark(
                mark.id(),
                mark.registry(),
                mark.purpose(),
                mark.person(),
                number,
                doing.at(),
                after.state(),
                Optional.of(after),
                confirmation);
    }

    /** Who said yes stays on the mark as long as it counts; who corrects it says yes too. */
    private Optional<Confirmation> confirmation(Mark mark, Doing doing, Standing after) {
        if (!after.state().counts()) {
            return Optional.empty();
        }
        var anew = ActWords.confirms(doing.act()) || mark.confirmation().isEmpty();
        return anew
                ? Optional.of(new Confirmation(doing.actor(), LocalDate.ofInstant(doing.at(), zone)))
                : mark.confirmation();
    }

    private Map<PersonKey, Mark> known(Asked asked, List<PersonKey> people) {
        var known = new HashMap<PersonKey, Mark>();
        if (people.isEmpty()) {
            return known;
        }
        jdbc.query(
                        """
                        select c.* from mark_current c
                        where registry = :registry and purpose = :purpose and person_token in (:people)""",
                        new MapSqlParameterSource()
                                .addValue("registry", asked.registry())
                                .addValue("purpose", asked.purpose())
                                .addValue(
                                        "people",
                                        people.stream().map(PersonKey::token).toList()),
                        MarkRows::mark)
                .forEach(mark -> mark.person().ifPresent(person -> known.put(person, mark)));
        return known;
    }
}
