package org.jianxi.gateway.registries.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whom two snapshots tell apart is what the difference of two sets says, whatever the order and however often an entry stands there. */
class SnapshotChangesTest {

    /** @param first of few values, so that halves are shared and people have several entries */
    record Line(long first, long second, long name, String category) {

        List<Long> person() {
            return List.of(first, second);
        }
    }

    @Property(tries = 200)
    void theChangedAreThoseWhoseSetsOfEntriesDiffer(
            @ForAll("lines") List<Line> before, @ForAll("lines") List<Line> after) throws IOException {
        var found = new ArrayList<List<Long>>();

        var count = changes(before, after, found);

        assertThat(found).doesNotHaveDuplicates().hasSize((int) count);
        assertThat(new HashSet<>(found)).isEqualTo(differing(before, after));
    }

    @Property(tries = 50)
    void nobodyChangedWhereTheSameEntriesComeInAnotherOrderAndTwice(@ForAll("lines") List<Line> lines)
            throws IOException {
        var again = new ArrayList<>(lines.reversed());
        again.addAll(lines);
        var found = new ArrayList<List<Long>>();

        assertThat(changes(lines, again, found)).isZero();
        assertThat(found).isEmpty();
    }

    @Property(tries = 50)
    void repeatedAreTheEntriesBeyondTheirSet(@ForAll("lines") List<Line> lines) throws IOException {
        var folder = Files.createTempDirectory("changes");
        try (var snapshot = Snapshot.open(written(folder, "one", lines))) {
            assertThat(snapshot.repeated()).isEqualTo(lines.size() - new HashSet<>(lines).size());
        } finally {
            emptied(folder);
        }
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        var keys = Arbitraries.of(0L, 1L, -1L, Long.MIN_VALUE, Long.MAX_VALUE, 0x0100_0000_0000_0000L, -77L);
        return Combinators.combine(
                        keys,
                        Arbitraries.of(0L, -5L, 9L),
                        Arbitraries.longs().between(0, 2),
                        Arbitraries.of("", "a", "b"))
                .as(Line::new)
                .list()
                .ofMaxSize(60);
    }

    private static Set<List<Long>> differing(List<Line> before, List<Line> after) {
        var left = byPerson(before);
        var right = byPerson(after);
        var people = new HashSet<>(left.keySet());
        people.addAll(right.keySet());
        people.removeIf(person -> left.getOrDefault(person, Set.of()).equals(right.getOrDefault(person, Set.of())));
        return people;
    }

    private static Map<List<Long>, Set<String>> byPerson(List<Line> lines) {
        var entries = new HashMap<List<Long>, Set<String>>();
        lines.forEach(line -> entries.computeIfAbsent(line.person(), any -> new TreeSet<>())
                .add(line.name() + " " + line.category()));
        return entries;
    }

    private static long changes(List<Line> before, List<Line> after, List<List<Long>> found) throws IOException {
        var folder = Files.createTempDirectory("changes");
        try (var old = Snapshot.open(written(folder, "old", before));
                var fresh = Snapshot.open(written(folder, "new", after))) {
            return new SnapshotChanges(old, fresh).forEach((first, second) -> found.add(List.of(first, second)));
        } finally {
            emptied(folder);
        }
    }

    private static Path written(Path folder, String name, List<Line> lines) throws IOException {
        var file = folder.resolve(name);
        try (var writer = new SnapshotWriter(file)) {
            for (var line : lines) {
                writer.add(new Token(line.first(), line.second(), line.name()), line.category());
            }
            writer.finish();
        }
        return file;
    }

    private static void emptied(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
