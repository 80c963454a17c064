package org.jianxi.gateway.registries.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jianxi.gateway.registries.Person;
import org.junit.jupiter.api.Test;

/**
 * Who is found without a number, among made-up people with known truth. The table stands in docs/registries.md; when this fails after a
 * change, run it with {@code -Djianxi.write=true} and commit what it wrote.
 */
class KnownTruthTest {

    private static final Path DOCUMENT = Path.of("docs/registries.md");
    private static final Pattern TABLE =
            Pattern.compile("(?s)(<!-- without a number: made by KnownTruthTest -->\n).*?(\n<!-- end -->)");
    private static final int LISTED = 1_000;
    private static final int REGISTRY = 100_000;

    private final Weights weights = Weights.load(Path.of(""));

    private record Fault(String title, BiFunction<Described, Random, Described> change) {}

    private static final List<Fault> FAULTS = List.of(
            new Fault("nothing", (one, chance) -> one),
            new Fault("moved to another county of the prefecture", (one, chance) -> at(one, "99")),
            new Fault("no place", (one, chance) -> new Described(one.name(), one.birthDate(), Optional.empty())),
            new Fault(
                    "one character of the name wrong",
                    (one, chance) -> named(one, "卫" + one.name().substring(1))),
            new Fault(
                    "the day of birth wrong",
                    (one, chance) -> born(one, one.birthDate().orElseThrow().plusDays(1))),
            new Fault("no birth date", (one, chance) -> born(one, null)),
            new Fault(
                    "name and day of birth wrong",
                    (one, chance) -> born(
                            named(one, "卫" + one.name().substring(1)),
                            one.birthDate().orElseThrow().plusDays(1))));

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

    private String table() {
        var lines = new ArrayList<>(List.of(
                "| what is wrong | among the candidates | likeliest of them | strangers with a candidate |",
                "|---|---|---|---|"));
        for (var fault : FAULTS) {
            lines.add(line(fault));
        }
        return String.join("\n", lines);
    }

    /** The first thousand stand in the registry on the line of their number, the second thousand do not. */
    private String line(Fault fault) {
        var people = new People();
        for (var row = 0; row < 2 * LISTED; row++) {
            var number = row < LISTED ? row : REGISTRY + row;
            people.add(row, fault.change().apply(described(number), new Random(row)));
        }
        var search = new Search(weights, people, "low-income");
        for (var line = 0L; line < REGISTRY; line++) {
            search.row(line, described(line), "");
        }
        var found = new HashMap<Integer, List<Long>>();
        search.candidates()
                .forEach(one -> found.computeIfAbsent(one.row(), row -> new ArrayList<>())
                        .add(one.line()));
        var among = 0;
        var first = 0;
        var strangers = 0;
        for (var row = 0; row < 2 * LISTED; row++) {
            var lines = found.getOrDefault(row, List.of());
            among += row < LISTED && lines.contains((long) row) ? 1 : 0;
            first += row < LISTED && !lines.isEmpty() && lines.getFirst() == row ? 1 : 0;
            strangers += row >= LISTED && !lines.isEmpty() ? 1 : 0;
        }
        return "| %s | %d | %d | %d |".formatted(fault.title(), among, first, strangers);
    }

    private static Described described(long number) {
        var person = new Person(number);
        var born = LocalDate.parse(person.idNumber().substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
        return new Described(
                person.name(), Optional.of(born), Optional.of(person.idNumber().substring(0, 6)));
    }

    private static Described at(Described one, String county) {
        return new Described(one.name(), one.birthDate(), one.division().map(code -> code.substring(0, 4) + county));
    }

    private static Described named(Described one, String name) {
        return new Described(name, one.birthDate(), one.division());
    }

    private static Described born(Described one, @org.jspecify.annotations.Nullable LocalDate day) {
        return new Described(one.name(), Optional.ofNullable(day), one.division());
    }
}
