package org.jianxi.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesCommandTest {

    @Test
    void withoutADatabaseItSaysWhatTheFilesSay() {
        var terminal = new Terminal();

        assertThat(terminal.run("sources", "--offline", "--json")).isZero();
        var document = terminal.json();
        assertThat(document.path("online").asBoolean()).isFalse();
        assertThat(document.path("sources")).anySatisfy(source -> {
            assertThat(source.path("source").asString()).isEqualTo("yunjiu");
            assertThat(source.path("door").asString()).isEqualTo("https-poll");
            assertThat(source.path("active").asBoolean()).isTrue();
            assertThat(source.path("datasets").get(0).asString()).isEqualTo("monthly-return");
            assertThat(source.path("lastDelivery").isNull()).isTrue();
        });
    }

    @Test
    void aFileThatIsNotInForceIsNamedWithItsLine(@TempDir Path home) throws IOException {
        copySchemas(home);
        Files.createDirectories(home.resolve("mappings/kunming"));
        Files.writeString(home.resolve("mappings/kunming/source.yaml"), "source: kunming\ntitle: x\n");

        var terminal = new Terminal(new Home(home));

        assertThat(terminal.run("sources", "--offline")).isEqualTo(1);
        assertThat(terminal.err()).contains("source.yaml:");
    }

    @Test
    void aMappingThatIsNotInForceIsNamedToo(@TempDir Path home) throws IOException {
        copySchemas(home);
        var folder = Files.createDirectories(home.resolve("mappings/kunming"));
        Files.copy(Path.of("mappings/kunming/source.yaml"), folder.resolve("source.yaml"));
        Files.writeString(folder.resolve("monthly-return.yaml"), "source: kunming\ncolour: [red\n");

        var terminal = new Terminal(new Home(home));

        assertThat(terminal.run("sources", "--offline")).isEqualTo(1);
        assertThat(terminal.err()).contains("monthly-return.yaml:3");
    }

    private static void copySchemas(Path home) throws IOException {
        try (var files = Files.walk(Path.of("schemas"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.createDirectories(home.resolve(file).getParent());
                Files.copy(file, home.resolve(file));
            }
        }
    }
}
