package org.jianxi.gateway.registries.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jianxi.gateway.registries.Person;
import org.jianxi.gateway.registries.Population;
import org.jianxi.gateway.registries.files.TableFile;
import org.jianxi.gateway.registries.identity.NameVariants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with known truth, of more than one block, so that several threads have work. */
class ExactMatchTest {

    private static final Population POPULATION = new Population(20_000, 120_000, 6_000);

    @TempDir
    Path folder;

    @Test
    void precisionAndRecallAreOneOnExactData() throws IOException {
        var people = people();
        var match = matched(people, POPULATION.writeRegistry(folder.resolve("registry.csv")), 2);

        assertThat(match.rows()).isEqualTo(120_000);
        assertThat(match.unusable()).isZero();
        assertTruth(match);
    }

    @Test
    void oneThreadManyThreadsAndTheLibraryAloneFindTheSame() throws IOException {
        var people = people();
        var plain = POPULATION.writeRegistry(folder.resolve("registry.csv"));
        var quoted = quoted(plain, "quoted.csv");

        assertTruth(matched(people, plain, 1));
        assertTruth(matched(people, plain, 7));
        assertTruth(matched(people, quoted, 2));
    }

    @Test
    void aQuotationMarkAnywhereHandsTheRestToTheLibraryAndLosesNoRow() throws IOException {
        var plain = Files.readString(POPULATION.writeRegistry(folder.resolve("registry.csv")));
        var middle = plain.indexOf('\n', plain.length() / 2) + 1;
        var file = folder.resolve("mixed.csv");
        Files.writeString(file, plain.substring(0, middle) + "x,\"a\nb\",c\n" + plain.substring(middle));

        var match = matched(people(), file, 2);

        assertThat(match.rows()).isEqualTo(120_001);
        assertThat(match.unusable()).isEqualTo(1);
        assertTruth(match);
    }

    @Test
    void gb18030IsReadLikeUtf8() throws IOException {
        var plain = Files.readString(POPULATION.writeRegistry(folder.resolve("registry.csv")));
        var file = folder.resolve("gb.csv");
        Files.write(file, plain.replace("\n", "\r\n").getBytes(Charset.forName("GB18030")));

        assertTruth(matched(people(), file, 2));
    }

    private static void assertTruth(RegistryMatch match) {
        var wrong = IntStream.range(0, POPULATION.people())
                .filter(row ->
                        match.outcomes().result(row) != (POPULATION.isListed(row) ? MatchResult.HIT : MatchResult.MISS))
                .count();
        assertThat(wrong).isZero();
        assertThat(match.outcomes().counts()).containsEntry(MatchResult.HIT, POPULATION.hits());
        for (var row = 0L; row < POPULATION.rows(); row += 997) {
            var number = POPULATION.numberOf(row);
            if (number < POPULATION.people()) {
                assertThat(match.outcomes().category((int) number)).isEqualTo(POPULATION.category(row));
            }
        }
    }

    private People people() throws IOException {
        var file = POPULATION.writePeople(folder.resolve("people.csv"));
        var forms = new NameVariants(Path.of("schemas/codes/name-variants.csv")).read();
        var people = People.read(TableFile.open(file, List.of("idNumber", "name")), forms, (bytes, rows) -> {});
        assertThat(people.valid()).isEqualTo(POPULATION.people());
        assertThat(people.idNumber(17)).isEqualTo(new Person(17).idNumber());
        return people;
    }

    private static RegistryMatch matched(People people, Path registry, int threads) {
        var table = TableFile.open(registry, List.of("idNumber", "name", "category"));
        return RegistryMatch.of("low", table, people, threads, (bytes, rows) -> {});
    }

    private Path quoted(Path plain, String name) throws IOException {
        var lines = Files.readAllLines(plain, StandardCharsets.UTF_8).stream()
                .map(line -> "\"" + line.replace(",", "\",\"") + "\"")
                .toList();
        return Files.write(folder.resolve(name), lines);
    }
}
