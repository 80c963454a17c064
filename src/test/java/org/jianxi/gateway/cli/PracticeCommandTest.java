package org.jianxi.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeCommandTest {

    @TempDir
    private Path folder;

    @Test
    void goesThroughReadingWritingAndSealingAndSaysNothing() {
        var terminal = new Terminal();

        assertThat(terminal.run("practice", folder.toString())).isZero();

        assertThat(folder)
                .isDirectoryContaining("glob:**/return.xlsx")
                .isDirectoryContaining("glob:**/return.xml")
                .isDirectoryContaining("glob:**/root.pem");
        assertThat(terminal.out() + terminal.err()).isEmpty();
    }

    @Test
    void isNotOfferedToAnybody() {
        var terminal = new Terminal();
        terminal.run("--help");

        assertThat(terminal.out()).contains("verify").contains("receipts").doesNotContain("practice");
    }
}
