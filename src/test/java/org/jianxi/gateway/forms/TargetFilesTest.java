package org.jianxi.gateway.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.FileProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The targets of annex 1 as data: 20 000 posts and 15 000 people, and lines that add up. */
class TargetFilesTest {

    private static final Path HOME = Path.of("");

    @TempDir
    private Path copy;

    @Test
    void annex1IsReadAsItIsPrinted() {
        var targets =
                new TargetFiles(HOME, Divisions.reportingUnits(HOME)).of(2023).orElseThrow();

        assertThat(targets.measures())
                .extracting(YearTargets.Measured::indicator)
                .containsExactly(4, 6);
        assertThat(targets.measures().stream().map(targets.province()::get)).containsExactly(20_000L, 15_000L);
        assertThat(targets.of(new Sender("530100"), targets.measures().getFirst()))
                .isEqualTo(8_500);
        assertThat(targets.of(new Sender("539900"), targets.measures().getLast()))
                .isEqualTo(1_150);
    }

    @Test
    void aYearWithoutAFileHasNoTargets() {
        assertThat(new TargetFiles(HOME, Divisions.reportingUnits(HOME)).of(2022))
                .isEmpty();
    }

    @Test
    void linesThatDoNotAddUpToTheProvincesAreRefusedWithTheLine() throws Exception {
        var files = copied("530100,昆明市,8500", "530100,昆明市,8501", "targets-2023.csv");

        assertThatThrownBy(() -> files.of(2023))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("posts of the senders add up to 20001, not to the province's 20000")
                .hasMessageContaining("2023.yaml:5");
    }

    @Test
    void aTableIsNamedAndNeverAddressed() throws Exception {
        var files = copied("targets-2023.csv", "targets-2023.csv", "../../../etc/targets.csv");

        assertThatThrownBy(() -> files.of(2023))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("must be the name of a CSV file in schemas/codes");
    }

    private TargetFiles copied(String line, String otherLine, String table) throws IOException {
        for (var folder : new String[] {"schemas/codes", "schemas/targets"}) {
            Files.createDirectories(copy.resolve(folder));
        }
        write("schemas/codes/targets-2023.csv", line, otherLine);
        write("schemas/targets/2023.yaml", "targets-2023.csv", table);
        return new TargetFiles(copy, Divisions.reportingUnits(HOME));
    }

    private void write(String file, String from, String to) throws IOException {
        Files.writeString(
                copy.resolve(file), Files.readString(HOME.resolve(file)).replace(from, to));
    }
}
