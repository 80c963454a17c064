package org.jianxi.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./jianxi} as its user runs it: a process, in some folder, in whatever locale. */
class LauncherIT {

    private static final Path LAUNCHER = Path.of("jianxi").toAbsolutePath();

    @TempDir
    Path elsewhere;

    @Test
    void answersFromAnyFolderInAnyLocaleWithOneJsonDocument() throws Exception {
        var run = run("calendar", "2023-04", "2024-03", "2026-01", "--json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Terminal.parsed(run.out()).at("/periods/1/unitDeadline").stringValue())
                .isEqualTo("2024-04-02");
    }

    @Test
    void passesChineseArgumentsAndExitCodesThrough() throws Exception {
        var run = run("calendar", "二零二三年四月");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("'二零二三年四月' 不是月份");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aLinkToItWorksToo() throws Exception {
        var link = Files.createSymbolicLink(elsewhere.resolve("jx"), LAUNCHER);

        assertThat(run(List.of(link.toString(), "calendar", "2023-06")).code()).isZero();
    }

    private Run run(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private Run run(List<String> command) throws IOException, InterruptedException {
        var out = elsewhere.resolve("out").toFile();
        var err = elsewhere.resolve("err").toFile();
        var builder = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectOutput(out)
                .redirectError(err);
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        var code = builder.start().waitFor();
        return new Run(
                code,
                Files.readString(out.toPath(), StandardCharsets.UTF_8),
                Files.readString(err.toPath(), StandardCharsets.UTF_8));
    }

    private record Run(int code, String out, String err) {}
}
