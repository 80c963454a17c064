package org.jianxi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jianxi.gateway.registries.Person;
import org.jianxi.gateway.registries.Population;
import org.jianxi.gateway.registries.matching.Spread;
import org.jianxi.gateway.registries.snapshot.SnapshotWriter;
import org.jianxi.gateway.registries.snapshot.Token;
import org.jianxi.gateway.registries.snapshot.TokenPeople;

/** The files of one size. Tokens are spread numbers of the same distribution as the keyed hash, which would take minutes. */
record MatchData(Path folder, Population population) {

    private static final long NAMES = 48;

    Path people() throws IOException {
        var file = folder.resolve("people.csv");
        return Files.exists(file) ? file : population.writePeople(file);
    }

    Path registry() throws IOException {
        var file = folder.resolve("registry.csv");
        return Files.exists(file) ? file : population.writeRegistry(file);
    }

    /** A snapshot of these rows of the registry. */
    Path snapshot(String name, long from, long to) throws IOException {
        var file = folder.resolve(name);
        try (var writer = new SnapshotWriter(file)) {
            for (var row = from; row < to; row++) {
                writer.add(token(new Person(population.numberOf(row))), population.category(row));
            }
            writer.finish();
        }
        return file;
    }

    /** One in so many of the people. */
    TokenPeople tokens(int every) {
        List<Optional<Token>> tokens = new ArrayList<>();
        for (var number = 0; number < population.people(); number += every) {
            tokens.add(Optional.of(token(new Person(number))));
        }
        return new TokenPeople(tokens);
    }

    private static Token token(Person person) {
        var first = Spread.of(person.packed());
        return new Token(
                first, Spread.of(~first), Spread.of(first + person.name().hashCode()) >>> (Long.SIZE - NAMES));
    }

    /** Lines of packed number and name, for COPY. */
    Path peopleTabs() throws IOException {
        return tabs("people.tsv", population.people(), row -> new Person(row));
    }

    Path registryTabs() throws IOException {
        return tabs("registry.tsv", population.rows(), row -> new Person(population.numberOf(row)));
    }

    private Path tabs(String name, long count, LongFunction<Person> inRow) throws IOException {
        var file = folder.resolve(name);
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (var row = 0L; row < count; row++) {
                var person = inRow.apply(row);
                out.write(person.packed() + "\t" + person.name() + "\n");
            }
        }
        return file;
    }
}
