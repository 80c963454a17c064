package org.jianxi.gateway.registries.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.registries.Person;
import org.jianxi.gateway.registries.SmallRun;
import org.jianxi.gateway.registries.lookups.Book;
import org.jianxi.gateway.registries.lookups.BookComparison;
import org.jianxi.gateway.registries.lookups.LookupFixture;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.run.RegistryUnavailable;
import org.jianxi.gateway.sandbox.ListedPerson;
import org.jianxi.gateway.sandbox.RegistryBehaviour;
import org.jianxi.gateway.signing.Algorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Query services in a match run: killed on either side, limited by the day, and told of in two books that agree. */
class QueriedRegistryTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-07-03T02:00:00Z"), ZoneOffset.UTC);
    private static final ListedPerson LISTED = ListedPerson.of(new Person(3).idNumber(), new Person(3).name(), "城市低保");

    private final LookupFixture ledger = new LookupFixture(TestDatabase.fresh(), CLOCK);

    @TempDir
    Path folder;

    @Test
    void aGatewayThatIsKilledInTheMiddleAsksNobodyTwiceAndLeavesNobodyOut() throws Exception {
        try (var registry = AskedRegistry.exchange(folder, CLOCK, LISTED)) {
            var run = SmallRun.of(1, 50);

            assertThatThrownBy(() -> run.with(registry.registry(ledger, ""), 27))
                    .isInstanceOf(SmallRun.Killed.class);
            assertThat(run.answered()).as("the batch that was killed is lost").isEqualTo(20);
            run.with(registry.registry(ledger, ""));

            assertThat(run.answered()).isEqualTo(50);
            assertThat(registry.book.askedFor())
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(run.numbers());
            assertThat(run.resultOf(LISTED.idNumber())).contains(MatchResult.HIT);
        }
    }

    @Test
    void aRegistryThatIsKilledInTheMiddleIsAskedOnForTheRest() throws Exception {
        try (var registry = AskedRegistry.spdci(folder, CLOCK, Algorithm.SM2, LISTED)) {
            var run = SmallRun.of(1, 45);
            var query = registry.registry(ledger, "batch: 10\n");
            registry.sandbox.tell(new RegistryBehaviour.Normal(), new RegistryBehaviour.Normal());
            for (var tries = 0; tries < 5; tries++) {
                registry.sandbox.tell(new RegistryBehaviour.HalfAnswer());
            }

            assertThatThrownBy(() -> run.with(query)).isInstanceOf(RegistryUnavailable.class);
            registry.sandbox.close();
            assertThatThrownBy(() -> run.with(query)).isInstanceOf(RegistryUnavailable.class);
            assertThat(run.answered()).isEqualTo(20);
            registry.restart();
            run.with(query);

            assertThat(run.answered()).isEqualTo(45);
            assertThat(registry.book.askedFor())
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(run.numbers());
            assertThat(run.resultOf(LISTED.idNumber())).contains(MatchResult.HIT);
        }
    }

    @Test
    void theDaysLimitHoldsOverARestart() throws Exception {
        try (var registry = AskedRegistry.exchange(folder, CLOCK, LISTED)) {
            var run = SmallRun.of(1, 30);
            var rate = "rate: { callsPerSecond: 100, peoplePerDay: 25 }\n";

            assertThatThrownBy(() -> run.with(registry.registry(ledger, rate)))
                    .isInstanceOf(RegistryUnavailable.class)
                    .hasMessageContaining("No more than 25 people a day");
            assertThatThrownBy(() -> run.with(registry.registry(ledger, rate))).isInstanceOf(RegistryUnavailable.class);

            assertThat(registry.book.askedFor()).hasSize(25);
        }
    }

    @Test
    void bothBooksTellTheSameUntilSomebodyChangesRemovesOrAddsALine() throws Exception {
        try (var registry = AskedRegistry.exchange(folder, CLOCK, LISTED)) {
            var run = SmallRun.of(1, 8);
            assertThatThrownBy(() -> run.with(registry.registry(ledger, ""), 5)).isInstanceOf(SmallRun.Killed.class);
            run.with(registry.registry(ledger, ""));
            var ours = registry.export(ledger);
            var theirs = folder.resolve("registry-book.jsonl");

            assertThat(difference(ours, theirs, registry)).isEmpty();
            assertThat(Files.readString(ours)).doesNotContain(run.numbers().getFirst(), "salt");

            for (var book : List.of(ours, theirs)) {
                var lines = Files.readAllLines(book, StandardCharsets.UTF_8);
                var whose = book.equals(ours) ? "Our book" : "Their book";
                assertThat(changed(
                                book,
                                with(lines, 2, lines.get(2).replace("\"people\":1", "\"people\":7")),
                                ours,
                                theirs,
                                registry))
                        .contains(whose + " was changed: Line 4 does not follow the line before");
                assertThat(changed(book, without(lines, 1), ours, theirs, registry))
                        .contains(whose + " was changed: Line 2 does not follow the line before");
                assertThat(changed(book, twice(lines, 0), ours, theirs, registry))
                        .contains(whose + " was changed: Line 2 does not follow the line before");
            }
            var cut = Files.readAllLines(theirs, StandardCharsets.UTF_8);
            assertThat(changed(theirs, cut.subList(0, cut.size() - 8), ours, theirs, registry))
                    .as("the end of a chain may be cut off without a trace in it; the other book tells")
                    .get()
                    .asString()
                    .matches("Line [0-9]+ of our book \\([0-9a-f]{32}\\) is not in their book");
            var unsigned = Files.readAllLines(ours, StandardCharsets.UTF_8);
            assertThat(changed(ours, unsigned.subList(0, unsigned.size() - 1), ours, theirs, registry))
                    .contains("Our book is not signed with that certificate");
        }
    }

    private Optional<String> changed(Path book, List<String> lines, Path ours, Path theirs, AskedRegistry registry)
            throws Exception {
        var other = Files.write(folder.resolve("changed.jsonl"), lines, StandardCharsets.UTF_8);
        return book.equals(ours) ? difference(other, theirs, registry) : difference(ours, other, registry);
    }

    private static Optional<String> difference(Path ours, Path theirs, AskedRegistry registry) throws Exception {
        return BookComparison.of(
                        Book.read(ours, Book.About.EVERYTHING),
                        Book.read(theirs, Book.About.EVERYTHING),
                        Optional.of(registry.gatewayCertificate()))
                .difference()
                .map(both -> both.en());
    }

    private static List<String> with(List<String> lines, int at, String line) {
        var other = new ArrayList<>(lines);
        other.set(at, line);
        return other;
    }

    private static List<String> without(List<String> lines, int at) {
        var other = new ArrayList<>(lines);
        other.remove(at);
        return other;
    }

    private static List<String> twice(List<String> lines, int at) {
        var other = new ArrayList<>(lines);
        other.add(at, lines.get(at));
        return other;
    }
}
