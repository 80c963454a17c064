package org.jianxi.gateway.registries.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jianxi.gateway.registries.Corruption;
import org.jianxi.gateway.registries.Corruption.Written;
import org.jianxi.gateway.registries.Person;
import org.jianxi.gateway.registries.files.TableFile;
import org.jianxi.gateway.registries.identity.NameForms;
import org.jianxi.gateway.registries.identity.NameVariants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What corrupted lists and registries cost. The table stands in docs/registries.md; when this fails after a change, run it with
 * {@code -Djianxi.write=true} and commit what it wrote.
 */
class CorruptedMatchTest {

    private static final Path DOCUMENT = Path.of("docs/registries.md");
    private static final Pattern TABLE =
            Pattern.compile("(?s)(<!-- corrupted: made by CorruptedMatchTest -->\n).*?(\n<!-- end -->)");
    private static final int LISTED = 2000;
    private static final int ALL = 2 * LISTED;

    private final NameForms forms = new NameVariants(Path.of("schemas/codes/name-variants.csv")).read();

    @TempDir
    Path folder;

    @Test
    void theDocumentsTableIsWhatIsMeasured() throws IOException {
        var table = table();
        var written = Files.readString(DOCUMENT);
        if (Boolean.getBoolean("jianxi.write")) {
            written = TABLE.matcher(written).replaceFirst("$1" + Matcher.quoteReplacement(table) + "$2");
            Files.writeString(DOCUMENT, written);
        }
        assertThat(written).contains(table);
    }

    /** Wrong digits are seen as such, and nobody is taken for somebody else. */
    @Test
    void noCorruptionMakesAStrangerAHit() throws IOException {
        for (var corruption : Corruption.all()) {
            var outcomes = matched(corruption);
            for (var row = LISTED; row < ALL; row++) {
                assertThat(outcomes.result(row))
                        .as(corruption.title())
                        .isNotIn(MatchResult.HIT, MatchResult.NAME_MISMATCH);
            }
        }
    }

    @Test
    void aMemberOfAHouseholdIsFoundWithTheRole() throws IOException {
        var file = households();
        var people = people(new Corruption("nothing", (written, chance) -> written, (written, chance) -> written));
        var columns = List.of(
                new MemberColumns("householder", "idNumber", "name"),
                new MemberColumns("member", "memberId", "memberName"));

        var match = HouseholdMatch.of(file, columns, "category", people, 2);

        for (var row = 0; row < ALL; row++) {
            assertThat(match.result(row)).isEqualTo(row < LISTED ? MatchResult.HIT : MatchResult.MISS);
        }
        assertThat(match.asMember(5).orElseThrow().columns().role()).isEqualTo("member");
        assertThat(match.asMember(LISTED)).isEmpty();
    }

    private String table() throws IOException {
        var lines = new ArrayList<>(List.of(
                "| what is wrong | HIT | NAME_MISMATCH | MISS | ID_INVALID | strangers that hit |",
                "|---|---|---|---|---|---|"));
        var hits = 0;
        var listed = 0;
        var strangers = 0;
        for (var corruption : Corruption.all()) {
            var outcomes = matched(corruption);
            lines.add(line(corruption.title(), outcomes));
            listed += LISTED;
            hits += count(outcomes, MatchResult.HIT, 0, LISTED);
            strangers += count(outcomes, MatchResult.HIT, LISTED, ALL);
        }
        var file = households();
        var people = people(Corruption.all().getFirst());
        var table = TableFile.open(file, List.of("idNumber", "name", "category"));
        lines.add(line(
                "a member of a household whose row names the householder first",
                RegistryMatch.of("low", table, people, 1, (bytes, rows) -> {}).outcomes()));
        lines.add("");
        lines.add("All rows but the last together: precision %.4f, recall %.4f."
                .formatted((double) hits / (hits + strangers), (double) hits / listed));
        return String.join("\n", lines);
    }

    private static String line(String title, Outcomes outcomes) {
        return "| %s | %d | %d | %d | %d | %d |"
                .formatted(
                        title,
                        count(outcomes, MatchResult.HIT, 0, LISTED),
                        count(outcomes, MatchResult.NAME_MISMATCH, 0, LISTED),
                        count(outcomes, MatchResult.MISS, 0, LISTED),
                        count(outcomes, MatchResult.ID_INVALID, 0, LISTED),
                        count(outcomes, MatchResult.HIT, LISTED, ALL));
    }

    private static int count(Outcomes outcomes, MatchResult result, int from, int to) {
        var count = 0;
        for (var row = from; row < to; row++) {
            count += outcomes.result(row) == result ? 1 : 0;
        }
        return count;
    }

    private Outcomes matched(Corruption corruption) throws IOException {
        var lines = new ArrayList<>(List.of("idNumber,name,category"));
        for (var number = 0L; number < LISTED; number++) {
            lines.add(line(corruption.ofRegistry(), number) + ",农村低保");
        }
        var registry = Files.write(folder.resolve("registry.csv"), lines);
        var table = TableFile.open(registry, List.of("idNumber", "name", "category"));
        return RegistryMatch.of("low", table, people(corruption), 2, (bytes, rows) -> {})
                .outcomes();
    }

    /** The first half stands in the registry, the second does not. */
    private People people(Corruption corruption) throws IOException {
        var lines = new ArrayList<>(List.of("idNumber,name"));
        for (var number = 0L; number < ALL; number++) {
            lines.add(line(corruption.ofPeople(), number));
        }
        var file = Files.write(folder.resolve("people.csv"), lines);
        return People.read(TableFile.open(file, List.of("idNumber", "name")), forms, (bytes, rows) -> {});
    }

    private Path households() throws IOException {
        var lines = new ArrayList<>(List.of("idNumber,name,category,memberId,memberName"));
        for (var number = 0L; number < LISTED; number++) {
            var householder = new Person(1_000_000 + number);
            var member = new Person(number);
            lines.add(String.join(
                    ",", householder.idNumber(), householder.name(), "农村低保", member.idNumber(), member.name()));
        }
        return Files.write(folder.resolve("households.csv"), lines);
    }

    private static String line(Corruption.Change change, long number) {
        var person = new Person(number);
        var written = change.apply(new Written(person.idNumber(), person.name()), new Random(number));
        return written.idNumber() + "," + written.name();
    }
}
