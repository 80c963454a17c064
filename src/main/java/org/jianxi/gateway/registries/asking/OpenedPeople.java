package org.jianxi.gateway.registries.asking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.CitizenId;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.registries.identity.NameForms;
import org.jianxi.gateway.registries.marks.Hardship;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.run.Answer;
import org.jianxi.gateway.registries.run.AnswerSink;
import org.jianxi.gateway.registries.run.Person;

/** Those of a batch, opened for as long as it lasts. The same number under several names of ours is one person. */
final class OpenedPeople {

    private final NameForms forms;
    private final Map<CitizenId, List<Person>> people = new LinkedHashMap<>();
    private final Map<CitizenId, String> names = new HashMap<>();

    OpenedPeople(NameForms forms) {
        this.forms = forms;
    }

    /** False for somebody of whom no record is left. */
    boolean add(Person person) {
        var identity = person.identity().get();
        identity.ifPresent(one -> {
            people.computeIfAbsent(one.citizen(), citizen -> new ArrayList<>()).add(person);
            names.putIfAbsent(one.citizen(), forms.comparable(one.name()));
        });
        return identity.isPresent();
    }

    Collection<CitizenId> citizens() {
        return people.keySet();
    }

    String name(CitizenId citizen) {
        return names.getOrDefault(citizen, "");
    }

    Map<CitizenId, Digest> tokens() {
        var tokens = new HashMap<CitizenId, Digest>();
        people.forEach(
                (citizen, same) -> tokens.put(citizen, same.getFirst().tokens().person()));
        return tokens;
    }

    /** Whoever is told nothing of stands not in the registry. */
    void answer(Map<CitizenId, Told> told, AnswerSink answers) {
        people.forEach((citizen, same) -> {
            var said = Optional.ofNullable(told.get(citizen));
            var result = said.map(Told::result).orElse(MatchResult.MISS);
            same.forEach(person ->
                    answers.take(new Answer(person.tokens(), result, said.map(one -> Hardship.of(one.category())))));
        });
    }
}
