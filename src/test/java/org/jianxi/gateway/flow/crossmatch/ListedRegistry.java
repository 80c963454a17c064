package org.jianxi.gateway.flow.crossmatch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.records.Identity;
import org.jianxi.gateway.records.PersonOfRecord;
import org.jianxi.gateway.registries.marks.Hardship;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.run.Answer;
import org.jianxi.gateway.registries.run.AnswerSink;
import org.jianxi.gateway.registries.run.Person;
import org.jianxi.gateway.registries.run.Registry;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.run.RegistryUnavailable;
import org.jianxi.gateway.registries.run.SnapshotLabel;

/** A registry in memory that remembers whom it was asked for, goes away and comes back, and changes its snapshot. */
final class ListedRegistry implements Registry {

    final Map<String, Answered> listed = new HashMap<>();
    final List<String> asked = new ArrayList<>();
    final Set<String> unreadable = new HashSet<>();
    SnapshotLabel standing = new SnapshotLabel("june", LocalDate.parse("2023-06-30"));
    Optional<Set<PersonOfRecord>> changed = Optional.empty();
    int batch = 2;
    int answersLeft = Integer.MAX_VALUE;
    Runnable beforeEachBatch = () -> {};

    record Answered(String name, String category) {}

    ListedRegistry list(String idNumber, String name, String category) {
        listed.put(idNumber, new Answered(name, category));
        return this;
    }

    @Override
    public RegistryName name() {
        return new RegistryName("low-income");
    }

    @Override
    public SnapshotLabel standing() {
        beforeEachBatch.run();
        return standing;
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public Optional<Predicate<PersonOfRecord>> changedSince(String snapshot) {
        return changed.map(people -> people::contains);
    }

    @Override
    public void ask(List<Person> people, AnswerSink answers) throws RegistryUnavailable {
        for (var person : people) {
            if (answersLeft-- <= 0) {
                throw new RegistryUnavailable(new Bilingual("登记库不在", "The registry is away"));
            }
            answers.take(person.identity()
                    .get()
                    .map(identity -> answer(person, identity))
                    .orElseGet(() -> Answer.bare(person.tokens(), MatchResult.NOT_QUERIED)));
        }
    }

    private Answer answer(Person person, Identity identity) {
        var number = identity.citizen().number();
        asked.add(number);
        if (unreadable.contains(number)) {
            return Answer.bare(person.tokens(), MatchResult.ERROR);
        }
        var found = Optional.ofNullable(listed.get(number));
        var result = found.map(one -> one.name().equals(identity.name()) ? MatchResult.HIT : MatchResult.NAME_MISMATCH)
                .orElse(MatchResult.MISS);
        return new Answer(person.tokens(), result, found.map(one -> Hardship.of(one.category())));
    }
}
