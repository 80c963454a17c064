package org.jianxi.gateway.registries.extracts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.records.PersonOfRecord;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.run.Answer;
import org.jianxi.gateway.registries.run.AnswerSink;
import org.jianxi.gateway.registries.run.Person;
import org.jianxi.gateway.registries.run.Registry;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.run.RegistryUnavailable;
import org.jianxi.gateway.registries.run.SnapshotLabel;
import org.jianxi.gateway.registries.snapshot.Snapshot;
import org.jianxi.gateway.registries.snapshot.SnapshotChanges;
import org.jianxi.gateway.registries.snapshot.SnapshotMatch;
import org.jianxi.gateway.registries.snapshot.Token;
import org.jianxi.gateway.registries.snapshot.TokenPeople;
import org.jspecify.annotations.Nullable;

/** A registry's last good extract as a registry of the match run. Everybody is found by token: nobody is opened, nothing leaves. */
public final class ExtractRegistry implements Registry {

    /** Each batch may read the whole snapshot once. */
    private static final int BATCH = 100_000;

    private static final byte[] NO_NAME = new byte[6];

    private final RegistryName name;
    private final ExtractRows rows;
    private final SnapshotFiles files;
    private @Nullable KeptExtract standing;

    ExtractRegistry(RegistryName name, ExtractRows rows, SnapshotFiles files) {
        this.name = name;
        this.rows = rows;
        this.files = files;
    }

    @Override
    public RegistryName name() {
        return name;
    }

    @Override
    public SnapshotLabel standing() throws RegistryUnavailable {
        var last = rows.last(name)
                .orElseThrow(() -> new RegistryUnavailable(
                        new Bilingual("尚无可用的提取文件；请先载入", "No extract was taken in yet; load one first")));
        standing = last;
        return new SnapshotLabel(last.snapshot(), last.day());
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public void ask(List<Person> people, AnswerSink answers) throws RegistryUnavailable {
        try (var snapshot = opened()) {
            var told = new HashMap<Integer, Told>();
            new SnapshotMatch(snapshot, tokens(people))
                    .find(1, (row, result, word) -> told.merge(row, Told.entry(result, word), Told::and));
            for (var row = 0; row < people.size(); row++) {
                answers.take(answer(people.get(row).tokens(), told, row));
            }
        } catch (IOException unreadable) {
            throw unreadable();
        }
    }

    private static TokenPeople tokens(List<Person> people) {
        return new TokenPeople(people.stream()
                .map(Person::tokens)
                .map(person -> Optional.of(
                        Token.of(person.person().bytes(), person.nameBytes().orElse(NO_NAME))))
                .toList());
    }

    private static Answer answer(PersonOfRecord person, Map<Integer, Told> told, int row) {
        var found = told.get(row);
        if (found == null) {
            return Answer.bare(person, MatchResult.MISS);
        }
        var insured = InsuredForm.together(found.words());
        return insured.isPresent()
                ? new Answer(person, found.result(), Optional.empty(), insured)
                : new Answer(person, found.result(), Optional.of(HardshipWord.together(found.words())));
    }

    @Override
    public Optional<Predicate<PersonOfRecord>> changedSince(String snapshot) throws RegistryUnavailable {
        var now = standing().id();
        if (now.equals(snapshot)) {
            return Optional.of(person -> false);
        }
        try {
            var before = files.open(name, snapshot);
            if (before.isEmpty()) {
                return Optional.empty();
            }
            var changed = new ChangedPeople();
            try (var old = before.get();
                    var fresh = opened()) {
                new SnapshotChanges(old, fresh).forEach(changed);
            }
            return changed.isTooMany() ? Optional.empty() : Optional.of(changed::has);
        } catch (IOException unreadable) {
            throw unreadable();
        }
    }

    private Snapshot opened() throws RegistryUnavailable, IOException {
        var known = standing;
        var id = known == null ? standing().id() : known.snapshot();
        return files.open(name, id)
                .orElseThrow(
                        () -> new RegistryUnavailable(
                                new Bilingual(
                                        "快照文件不在本机的登记库目录中；请恢复目录或载入新的提取文件",
                                        "The snapshot's file is not in the folder of registries; put the folder back, or load a newer extract")));
    }

    private static RegistryUnavailable unreadable() {
        return new RegistryUnavailable(new Bilingual(
                "快照文件读不出来；请恢复目录或载入新的提取文件",
                "The snapshot's file cannot be read; put the folder back, or load a newer extract"));
    }

    /** What the entries say of one person: those with the name, or where there is none of these, the others. */
    private record Told(MatchResult result, List<String> words) {

        static Told entry(MatchResult result, String word) {
            return new Told(result, List.of(word));
        }

        Told and(Told other) {
            if (result != other.result) {
                return result == MatchResult.HIT ? this : other;
            }
            var all = new TreeSet<>(words);
            all.addAll(other.words);
            return new Told(result, new ArrayList<>(all));
        }
    }
}
