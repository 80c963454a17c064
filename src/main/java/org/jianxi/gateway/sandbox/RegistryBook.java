package org.jianxi.gateway.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.registries.blind.Trail;
import org.jianxi.gateway.registries.lookups.LookupSlip;

/** A query service's people, and its own book of who was asked for. Safe for many threads. */
public final class RegistryBook implements AutoCloseable {

    private final String name;
    private final Map<String, ListedPerson> people;
    private final Clock clock;
    private final Trail trail;
    private final Set<String> references = new HashSet<>();
    private final List<String> askedFor = new ArrayList<>();

    private RegistryBook(String name, Map<String, ListedPerson> people, Clock clock, Path file) throws IOException {
        this.name = name;
        this.people = people;
        this.clock = clock;
        this.trail =
                Trail.open(file, line -> references.add(line.path("reference").asString("")));
    }

    /** @param file what is asked goes there, a line each; of a registry that was stopped, its own */
    public static RegistryBook open(String name, List<ListedPerson> people, Clock clock, Path file) throws IOException {
        var byNumber = people.stream().collect(Collectors.toMap(ListedPerson::idNumber, one -> one));
        return new RegistryBook(name, byNumber, clock, file);
    }

    /** Everybody who was asked for, in order; somebody whose lost answer was asked for again under the same reference once. */
    public synchronized List<String> askedFor() {
        return List.copyOf(askedFor);
    }

    synchronized Optional<ListedPerson> find(String idNumber) {
        return Optional.ofNullable(people.get(idNumber));
    }

    /** Somebody who stands in the registry and is not among these. */
    synchronized ListedPerson strangerTo(List<String> asked) {
        return people.values().stream()
                .filter(person -> !asked.contains(person.idNumber()))
                .findFirst()
                .orElseGet(() -> ListedPerson.of("11010519491231002X", "无名氏", "低保"));
    }

    Clock clock() {
        return clock;
    }

    /** Notes a question before it is answered. One without a slip is noted too, under nothing. */
    synchronized void note(RegistryRequest request, List<String> asked) throws IOException {
        var slip = LookupSlip.read(request::header);
        var line = new LinkedHashMap<String, Object>();
        line.put("at", clock.instant().toString());
        line.put("registry", name);
        line.put("people", asked.size());
        line.put("reference", slip.map(LookupSlip::reference).orElse(""));
        slip.ifPresent(one -> {
            line.put("request", one.commitment(request.query(), request.body()).hex());
            line.put("purpose", one.purpose());
            line.put("legalBasis", one.legalBasis());
        });
        var isNew = slip.isEmpty() || references.add(slip.get().reference());
        line.put("outcome", isNew ? "asked" : "repeated");
        trail.append(line);
        if (isNew) {
            askedFor.addAll(asked);
        }
    }

    @Override
    public void close() throws IOException {
        trail.close();
    }
}
