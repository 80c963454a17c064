package org.jianxi.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.registries.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A gateway's database and folder, asked by one command after another. */
class RegistriesLoadCommandTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final TestDatabase database = TestDatabase.fresh();

    @TempDir
    Path folder;

    @Test
    void anExtractIsTriedOutTakenAndRefusedTheSecondTime() throws IOException {
        var file = list("脱贫_%s.csv".formatted(TODAY.minusDays(9).format(DateTimeFormatter.BASIC_ISO_DATE)), 3);

        var tried = load(0, file, "--dry-run");
        assertThat(tried.path("verdict").asString()).isEqualTo("taken");
        assertThat(tried.path("dryRun").asBoolean()).isTrue();
        assertThat(tried.path("before").isNull()).isTrue();

        var taken = load(0, file, "--snapshot-date", TODAY.minusDays(8).toString());
        assertThat(taken.path("inForce").path("day").asString())
                .isEqualTo(TODAY.minusDays(8).toString());
        assertThat(taken.path("inForce").path("rows").asInt()).isEqualTo(3);

        var refused = load(1, file);
        assertThat(refused.path("verdict").asString()).isEqualTo("refused");
        assertThat(refused.path("findings").get(0).path("rule").asString()).isEqualTo("P-EXTRACT-DOUBLED");
        assertThat(refused.path("inForce").path("snapshot"))
                .isEqualTo(taken.path("inForce").path("snapshot"));
        assertThat(refused.toString()).doesNotContain(new Person(1).idNumber(), new Person(1).name());

        var words = new Terminal();
        assertThat(words.run(with("registries", "load", "lifted-from-poverty", file.toString())))
                .isEqualTo(1);
        assertThat(words.out())
                .contains("the last good one stays in force", TODAY.minusDays(8).toString());
    }

    @Test
    void aFileOrARegistryThatIsNotThereIsSaid() throws IOException {
        var terminal = new Terminal();

        assertThat(terminal.run(with("registries", "load", "low-income", "nowhere.xlsx")))
                .isEqualTo(3);
        assertThat(terminal.err()).contains("nowhere.xlsx: cannot be read");
        var file = list("a.csv", 1).toString();
        assertThat(terminal.run(with("registries", "load", "low-income", file, "--because", "x")))
                .isEqualTo(2);
        assertThat(terminal.run(with("registries", "load", "no-such", file))).isEqualTo(3);
    }

    private JsonNode load(int exit, Path file, String... more) {
        var terminal = new Terminal();
        var arguments =
                new ArrayList<>(List.of("registries", "load", "lifted-from-poverty", file.toString(), "--json"));
        arguments.addAll(List.of(more));
        assertThat(terminal.run(with(arguments.toArray(String[]::new))))
                .as(terminal.err())
                .isEqualTo(exit);
        return terminal.json();
    }

    private String[] with(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.add("--jianxi.var=" + folder.resolve("var"));
        all.add("--jianxi.database.url=" + database.url());
        all.add("--jianxi.database.application.user=" + database.application().user());
        all.add("--jianxi.database.application.password="
                + database.application().password());
        return all.toArray(String[]::new);
    }

    private Path list(String name, int people) throws IOException {
        var text = new StringBuilder("姓名,证件号码,与户主关系,户类型\n");
        for (var number = 0; number < people; number++) {
            var person = new Person(number);
            text.append(person.name()).append(',').append(person.idNumber()).append(",户主,脱贫户\n");
        }
        return Files.write(folder.resolve(name), text.toString().getBytes(GB18030));
    }
}
