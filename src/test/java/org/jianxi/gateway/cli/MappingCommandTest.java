package org.jianxi.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contract §1, {@code mapping test} and {@code mapping run}. */
class MappingCommandTest {

    private final Terminal terminal = new Terminal();

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("sources")
    void everySourceMapsItsSamples(Path source) {
        assertThat(terminal.run("mapping", "test", source.toString(), "--json")).isZero();
        assertThat(terminal.json().at("/verdict").stringValue()).isEqualTo("passes");
        assertThat(terminal.json().at("/samples")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("goodSamples")
    void oneSampleComesOutInCanonicalForm(Path sample) throws IOException {
        var source = sample.getParent().getParent();
        var expected = Terminal.parsed(Files.readString(expectationOf(sample)));
        var dataset = expected.path("dataset").asString("monthly-return");

        assertThat(terminal.run("mapping", "run", source.toString(), sample.toString(), "--dataset", dataset))
                .isZero();
        if (expected.has("records")) {
            assertThat(terminal.json().path("records")).isEqualTo(expected.path("records"));
        } else {
            assertThat(terminal.json()).isEqualTo(expected);
        }
    }

    @Test
    void aSampleThatDiffersMakesTheAnswerNo() throws IOException {
        var source = Path.of("mappings", "kunming");
        Files.createDirectory(folder.resolve("samples"));
        Files.copy(source.resolve("monthly-return.yaml"), folder.resolve("monthly-return.yaml"));
        Files.copy(source.resolve("samples/2023-06.in.json"), folder.resolve("samples/a.in.json"));
        Files.writeString(
                folder.resolve("samples/a.expected.json"),
                Files.readString(source.resolve("samples/2023-06.expected.json"))
                        .replace("\"8\": 410", "\"8\": 411"));

        assertThat(terminal.run("mapping", "test", folder.toString(), "--json")).isEqualTo(1);
        assertThat(terminal.json().at("/samples/0/differences/0").stringValue())
                .isEqualTo("/indicators/8: expected 411, is 410");
    }

    @Test
    void recordsWithErrorsArePrintedWithWhatIsWrongBehindThem() {
        assertThat(terminal.run("mapping", "run", "mappings/dali", "units-2023-06-wrong.in.json", "--dataset", "units"))
                .isEqualTo(1);
        assertThat(terminal.json().at("/records")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(terminal.json().at("/findings/0/rule").stringValue()).isEqualTo("F-CREDIT-CODE");
        assertThat(terminal.json().at("/findings/0/at/pointer").stringValue()).isEqualTo("/body/units/0/AAB998");
    }

    @Test
    void aUnitOutsideTheAreasOfItsSourceIsAnError() throws IOException {
        var other = folder.resolve("dali");
        Files.createDirectory(other);
        Files.copy(Path.of("mappings/dali/units.yaml"), other.resolve("units.yaml"));
        var source = Files.readString(Path.of("mappings/dali/source.yaml"));
        var sample = "mappings/dali/samples/units-2023-06.in.json";
        Files.writeString(other.resolve("source.yaml"), source);
        assertThat(terminal.run("mapping", "run", other.toString(), sample, "--dataset", "units"))
                .isZero();

        Files.writeString(
                other.resolve("source.yaml"), source.replaceFirst("(?m)^senders:.*$", "$0\nareas: ['532932']"));
        var again = new Terminal();
        assertThat(again.run("mapping", "run", other.toString(), sample, "--dataset", "units"))
                .isEqualTo(1);
        assertThat(again.json().at("/findings/0/rule").stringValue()).isEqualTo("F-AREA");
    }

    @Test
    void aRecordThatDiffersMakesTheAnswerNo() throws IOException {
        var source = Path.of("mappings", "dali");
        Files.createDirectory(folder.resolve("samples"));
        Files.copy(source.resolve("units.yaml"), folder.resolve("units.yaml"));
        Files.copy(source.resolve("samples/units-2023-06.in.json"), folder.resolve("samples/units-a.in.json"));
        var expected = Files.readString(source.resolve("samples/units-2023-06.expected.json"));
        Files.writeString(folder.resolve("samples/units-a.expected.json"), expected);
        assertThat(terminal.run("mapping", "test", folder.toString(), "--json")).isZero();

        Files.writeString(folder.resolve("samples/units-a.expected.json"), expected.replace("大理示例科技有限公司", "别的有限公司"));
        var again = new Terminal();
        assertThat(again.run("mapping", "test", folder.toString(), "--json")).isEqualTo(1);
        assertThat(again.json().at("/samples/0/differences")).hasSize(1);
    }

    @Test
    void aFileWithoutAWholeReturnMakesTheAnswerNo() {
        assertThat(terminal.run("mapping", "run", "mappings/kunming", "2023-06-blank.in.json"))
                .isEqualTo(1);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("F-COUNT 错误 error /indicators/7", "应为0至999999999的整数");
    }

    @Test
    void aBrokenMappingFileIsRefusedWithItsLine() throws IOException {
        Files.writeString(
                folder.resolve("monthly-return.yaml"), "source: kunming\ndataset: monthly-return\nforms: X\n");

        assertThat(terminal.run("mapping", "test", folder.toString())).isEqualTo(3);
        assertThat(terminal.err()).contains("monthly-return.yaml:");
    }

    @Test
    void aFolderWithoutMappingCannotBeTested() {
        assertThat(terminal.run("mapping", "test", folder.toString())).isEqualTo(3);
        assertThat(terminal.run("mapping", "run", folder.toString(), "x.json")).isEqualTo(2);
        assertThat(terminal.run("mapping")).isEqualTo(2);
    }

    /** All that name a mapping; whoever delivers in canonical form has none to test. */
    static List<Path> sources() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("mappings"))) {
            return folders.filter(MappingCommandTest::namesMapping).sorted().toList();
        }
    }

    private static boolean namesMapping(Path folder) {
        try {
            return Files.readString(folder.resolve("source.yaml")).contains("mapping: ");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Path> goodSamples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("mappings"))) {
            return files.filter(file -> file.toString().contains(".in."))
                    .filter(file -> Files.exists(expectationOf(file)))
                    .sorted()
                    .toList();
        }
    }

    private static Path expectationOf(Path sample) {
        return sample.resolveSibling(sample.getFileName().toString().replaceAll("\\.in\\..*$", ".expected.json"));
    }
}
