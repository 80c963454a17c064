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
        Files.createDirectories(home.resolve("schemas"));
        Files.copy(Path.of("schemas/source.schema.json"), home.resolve("schemas/source.schema.json"));
        Files.createDirectories(home.resolve("mappings/kunming"));
        Files.writeString(home.resolve("mappings/kunming/source.yaml"), "source: kunming\ntitle: x\n");

        var terminal = new Terminal(new Home(home));

        assertThat(terminal.run("sources", "--offline")).isEqualTo(1);
        assertThat(terminal.err()).contains("source.yaml:");
    }
}
