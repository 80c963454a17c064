package org.jianxi.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of data under a running gateway: changed, broken, gone and mended. */
class LiveFileTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void asItCame() throws IOException {
        file = folder.resolve("least.yaml");
        Files.writeString(file, "# the least\nleast: 30\n");
    }

    @Test
    void aChangeIsInForceWhenTwoLooksAgree() throws IOException {
        var live = open();

        Files.writeString(file, "least: 50\n");
        live.reread();
        assertThat(live.get()).as("it may be in the middle of being written").isEqualTo(30);
        live.reread();

        assertThat(live.get()).isEqualTo(50);
        assertThat(live.problem()).isEmpty();
    }

    @Test
    void aBadFileIsRefusedWithItsLineAndTheLastGoodOneStays() throws IOException {
        var live = open();

        write(live, "# the least\nleast: many\n");

        assertThat(live.get()).isEqualTo(30);
        assertThat(live.problem().orElseThrow().getMessage()).endsWith("least.yaml:2: must be a number");

        write(live, "least: 40\n");

        assertThat(live.get()).isEqualTo(40);
        assertThat(live.problem()).isEmpty();
    }

    @Test
    void aFileThatWentLeavesWhatItSaidLast() throws IOException {
        var live = open();

        Files.delete(file);
        live.reread();
        live.reread();

        assertThat(live.get()).isEqualTo(30);
        assertThat(live.problem()).isPresent();
    }

    @Test
    void withoutAGoodOneNothingStarts() throws IOException {
        Files.writeString(file, "least: many\n");
        assertThatThrownBy(this::open).isInstanceOf(FileProblem.class).hasMessageEndingWith(":1: must be a number");

        Files.delete(file);
        assertThatThrownBy(this::open).isInstanceOf(FileProblem.class).hasMessageEndingWith("is not there");
    }

    private LiveFile<Integer> open() {
        return LiveFile.open(file, yaml -> {
            if (!yaml.tree().path("least").isIntegralNumber()) {
                throw yaml.problem("/least", "must be a number");
            }
            return yaml.tree().path("least").asInt();
        });
    }

    private void write(LiveFile<Integer> live, String text) throws IOException {
        Files.writeString(file, text);
        live.reread();
        live.reread();
    }
}
