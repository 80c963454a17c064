package org.jianxi.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jianxi.gateway.mapping.Trainees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** {@code check} of placements with the trainees they name: 云人社发〔2023〕18号 三 needs both. */
class CheckPlacementsTest {

    private Terminal terminal = new Terminal();

    @TempDir
    Path folder;

    @Test
    void aGraduateOfThreeYearsAgoIsFoundWhenTheTraineesAreNamed() throws IOException {
        var trainees =
                batch("trainees", Trainees.graduate(1), Trainees.graduate(2).put("graduatedOn", "2020-06-30"));
        var placements = batch("placements", Trainees.placement(1), Trainees.placement(2));

        assertThat(check(placements)).isZero();
        assertThat(check(placements, "--trainees", trainees)).isEqualTo(ExitCodes.NO);
        var findings = terminal.json().at("/results/0/findings");
        assertThat(findings).hasSize(1);
        assertThat(findings.at("/0/rule").stringValue()).isEqualTo("F-TWO-YEARS");
        assertThat(findings.at("/0/at/record").intValue()).isEqualTo(2);
        assertThat(findings.at("/0/help").stringValue()).isEqualTo("/api/v1/rules/F-TWO-YEARS");
    }

    @Test
    void traineesMayBeNamedByTheirNumbersAndStrangersAreCountedOnce() throws IOException {
        var known = Trainees.graduate(1);
        var number = known.path("idNumber").stringValue();
        known.remove("traineeId");
        var trainees = batch("trainees", known);
        var placements = batch(
                "placements",
                Trainees.placement(1).put("traineeId", number),
                Trainees.placement(2),
                Trainees.placement(3));

        assertThat(check(placements, "--trainees", trainees)).isZero();
        var findings = terminal.json().at("/results/0/findings");
        assertThat(findings).hasSize(1);
        assertThat(findings.at("/0/rule").stringValue()).isEqualTo("F-TRAINEE");
        assertThat(findings.at("/0/severity").stringValue()).isEqualTo("info");
        assertThat(findings.at("/0/message/en").stringValue()).endsWith("(2 records: no. 2, 3)");
        assertThat(terminal.out()).doesNotContain(number);
    }

    @Test
    void aFileWithoutOneReadableTraineeIsNeitherYesNorNo() throws IOException {
        var placements = batch("placements", Trainees.placement(1));

        assertThat(check(placements, "--trainees", placements)).isEqualTo(ExitCodes.COULD_NOT);
        assertThat(terminal.err()).contains("not one trainee was read");
    }

    @Test
    void aCanonicalBatchNeedsNoMappingInItsSourcesFolder() throws IOException {
        var placements = batch("placements", Trainees.placement(1));

        assertThat(check(placements, "--mapping", "mappings/kunming")).isZero();
    }

    private int check(String file, String... more) {
        var arguments = Stream.concat(
                        Stream.of(
                                "check", file, "--sender", "530100", "--dataset", "placements", "--period", "2023-06"),
                        Stream.concat(Stream.of(more), Stream.of("--json")))
                .toArray(String[]::new);
        terminal = new Terminal();
        return terminal.run(arguments);
    }

    private String batch(String dataset, ObjectNode... records) throws IOException {
        var file = folder.resolve(dataset + List.of(records).hashCode() + ".json");
        return Files.writeString(file, Trainees.batch(dataset, records).toString())
                .toString();
    }
}
