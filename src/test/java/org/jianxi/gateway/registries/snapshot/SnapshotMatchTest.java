package org.jianxi.gateway.registries.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jianxi.gateway.registries.Person;
import org.jianxi.gateway.registries.Population;
import org.jianxi.gateway.registries.identity.NameVariants;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.matching.Outcomes;
import org.jianxi.gateway.signing.KeyedHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotMatchTest {

    private static final Population POPULATION = new Population(2_000, 30_000, 600);

    private final Tokens tokens = new Tokens(
            new KeyedHash("a key of the tests alone".getBytes(StandardCharsets.US_ASCII)),
            new NameVariants(Path.of("schemas/codes/name-variants.csv")).read());

    @TempDir
    Path folder;

    @Test
    void precisionAndRecallAreOneOnTokensToo() throws IOException {
        var people = new TokenPeople(IntStream.range(0, POPULATION.people())
                .mapToObj(number -> token(new Person(number)))
                .toList());
        try (var snapshot = Snapshot.open(written())) {
            assertThat(snapshot.count()).isEqualTo(POPULATION.rows());
            for (var threads : List.of(1, 2, 5)) {
                assertTruth(new SnapshotMatch(snapshot, people).run(threads), 1);
            }
        }
    }

    /** A hundredth of the people changed: what is read is what is near them, and the answer is the same. */
    @Test
    void fewPeopleAreLookedUpWithoutReadingAll() throws IOException {
        var every = 100;
        var people = new TokenPeople(IntStream.range(0, POPULATION.people() / every)
                .mapToObj(number -> token(new Person((long) number * every)))
                .toList());
        try (var snapshot = Snapshot.open(written())) {
            assertTruth(new SnapshotMatch(snapshot, people).run(2), every);
        }
    }

    @Test
    void anotherNameAndNoNumberAreTold() throws IOException {
        var person = new Person(POPULATION.numberOf(49));
        assertThat(person.number()).isLessThan(POPULATION.people());
        var people = new TokenPeople(List.of(tokens.of(person.idNumber(), "别人"), tokens.of("12345", "x")));
        try (var snapshot = Snapshot.open(written())) {
            var outcomes = new SnapshotMatch(snapshot, people).run(1);

            assertThat(outcomes.result(0)).isEqualTo(MatchResult.NAME_MISMATCH);
            assertThat(outcomes.category(0)).isEqualTo(POPULATION.category(49));
            assertThat(outcomes.result(1)).isEqualTo(MatchResult.ID_INVALID);
        }
    }

    @Test
    void theFileHoldsNoNumberAndNoName() throws IOException {
        var bytes = Files.readString(written(), StandardCharsets.ISO_8859_1);

        assertThat(IntStream.range(0, 30_000).filter(row -> {
                    var person = new Person(POPULATION.numberOf(row));
                    var name = new String(person.name().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                    return row % 50 == 0 && (bytes.contains(person.idNumber()) || bytes.contains(name));
                }))
                .isEmpty();
    }

    @Test
    void twoKeysHaveNoTokenInCommonAndOneNameOfTwoPeopleNeither() {
        var other = new Tokens(
                new KeyedHash("another key of the tests".getBytes(StandardCharsets.US_ASCII)),
                new NameVariants(Path.of("schemas/codes/name-variants.csv")).read());
        var one = tokens.of(new Person(1).idNumber(), "张三").orElseThrow();

        assertThat(other.of(new Person(1).idNumber(), "张三").orElseThrow()).isNotEqualTo(one);
        assertThat(tokens.of(new Person(2).idNumber(), "张三").orElseThrow().name())
                .isNotEqualTo(one.name());
        assertThat(one).hasToString("Token");
    }

    @Test
    void aFileCutShortOrOfAnotherKindIsRefused() throws IOException {
        var whole = Files.readAllBytes(written());
        var cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
        var other = Files.writeString(folder.resolve("other"), "idNumber,name,category\n1,2,3\n");

        assertThatThrownBy(() -> Snapshot.open(cut)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Snapshot.open(other)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Snapshot.open(Files.createFile(folder.resolve("empty"))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whatIsNotFinishedLeavesNothingBehind() throws IOException {
        try (var writer = new SnapshotWriter(folder.resolve("never"))) {
            writer.add(token(new Person(1)).orElseThrow(), "特困");
        }
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private void assertTruth(Outcomes outcomes, int every) {
        var listed = 0;
        for (var row = 0; row < POPULATION.people() / every; row++) {
            var isListed = POPULATION.isListed((long) row * every);
            listed += isListed ? 1 : 0;
            assertThat(outcomes.result(row)).isEqualTo(isListed ? MatchResult.HIT : MatchResult.MISS);
        }
        assertThat(outcomes.counts()).containsEntry(MatchResult.HIT, listed);
        assertThat(listed).isPositive();
    }

    private Path written() throws IOException {
        var file = folder.resolve("snapshot.tokens");
        try (var writer = new SnapshotWriter(file)) {
            for (var row = 0L; row < POPULATION.rows(); row++) {
                writer.add(token(new Person(POPULATION.numberOf(row))).orElseThrow(), POPULATION.category(row));
            }
            writer.finish();
        }
        return file;
    }

    private Optional<Token> token(Person person) {
        return tokens.of(person.idNumber(), person.name());
    }
}
