package org.jianxi.gateway.registries;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jianxi.gateway.canonical.CitizenId;
import org.jianxi.gateway.records.Identity;
import org.jianxi.gateway.records.PersonOfRecord;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.run.Answer;
import org.jianxi.gateway.registries.run.Registry;
import org.jianxi.gateway.registries.run.RegistryUnavailable;
import org.jianxi.gateway.signing.Sm3;

/** A match run without a flow: whoever has no answer yet is asked for, and answers count when their batch is through. */
public final class SmallRun {

    private final Map<PersonOfRecord, Identity> people = new LinkedHashMap<>();
    private final Map<PersonOfRecord, Answer> answers = new LinkedHashMap<>();
    private final AtomicInteger opened = new AtomicInteger();

    /** @param count of made-up people, from the generator's first */
    public static SmallRun of(int first, int count) {
        var run = new SmallRun();
        for (var number = first; number < first + count; number++) {
            var person = new Person(number);
            run.add(person.idNumber(), person.name());
        }
        return run;
    }

    public SmallRun add(String idNumber, String name) {
        var token = Sm3.of(("token of " + idNumber).getBytes(StandardCharsets.UTF_8));
        people.put(
                new PersonOfRecord(token, Optional.of("000000000000")),
                new Identity(CitizenId.find(idNumber).orElseThrow(), name));
        return this;
    }

    /** How often somebody's number and name were opened. */
    public int opened() {
        return opened.get();
    }

    public List<String> numbers() {
        return people.values().stream().map(one -> one.citizen().number()).toList();
    }

    public Optional<MatchResult> resultOf(String idNumber) {
        return answers.values().stream()
                .filter(answer -> people.get(answer.person()).citizen().number().equals(idNumber))
                .map(Answer::result)
                .findFirst();
    }

    public int answered() {
        return answers.size();
    }

    public void with(Registry registry) throws RegistryUnavailable {
        with(registry, Integer.MAX_VALUE);
    }

    /** @param killedAfter so many answers: then it ends as a killed process does, and what the batch had said is lost */
    public void with(Registry registry, int killedAfter) throws RegistryUnavailable {
        registry.standing();
        var left = killedAfter;
        var open = people.keySet().stream()
                .filter(one -> !answers.containsKey(one))
                .toList();
        for (var from = 0; from < open.size(); from += registry.batch()) {
            var batch = new ArrayList<Answer>();
            var most = left;
            var part = open.subList(from, Math.min(from + registry.batch(), open.size()));
            registry.ask(part.stream().map(this::person).toList(), answer -> {
                if (batch.size() >= most) {
                    throw new Killed();
                }
                batch.add(answer);
            });
            left -= batch.size();
            batch.forEach(answer -> answers.put(answer.person(), answer));
        }
    }

    private org.jianxi.gateway.registries.run.Person person(PersonOfRecord tokens) {
        return new org.jianxi.gateway.registries.run.Person(tokens, () -> {
            opened.incrementAndGet();
            return Optional.ofNullable(people.get(tokens));
        });
    }

    /** The gateway was killed. */
    public static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
