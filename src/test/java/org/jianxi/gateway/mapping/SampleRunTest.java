package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleRunTest {

    private final SampleRun run = new SampleRun(Home.READER, Home.UNITS);

    @ParameterizedTest
    @MethodSource("sources")
    void everySourceOfReturnsMapsItsSamplesAsTheyExpect(String source) {
        var samples = run.test(Home.mapping(source), Path.of("mappings", source, "samples"));
        assertThat(samples)
                .allSatisfy(sample ->
                        assertThat(sample.differences()).as(sample.file()).isEmpty());
        assertThat(samples).hasSizeGreaterThanOrEqualTo(2);
        assertThat(samples)
                .anyMatch(sample -> Files.exists(Path.of(
                        "mappings", source, "samples", sample.file().replaceAll("\\.in\\..*", ".findings.json"))));
    }

    @Test
    void aDifferentFigureIsNamedWithBothValues(@TempDir Path folder) throws IOException {
        var from = Path.of("mappings/kunming/samples");
        Files.copy(from.resolve("2023-06.in.json"), folder.resolve("a.in.json"));
        var expected = Files.readString(from.resolve("2023-06.expected.json")).replace("\"8\": 410", "\"8\": 411");
        Files.writeString(folder.resolve("a.expected.json"), expected);
        assertThat(run.test(Home.mapping("kunming"), folder))
                .containsExactly(new SampleRun.Sample("a.in.json", List.of("/indicators/8: expected 411, is 410")));
    }

    static Stream<String> sources() throws IOException {
        try (var folders = Files.list(Path.of("mappings"))) {
            return folders
                    .filter(folder -> Files.exists(folder.resolve("monthly-return.yaml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
