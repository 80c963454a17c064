package org.jianxi.gateway.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jianxi.gateway.documents.JsonText;
import org.jianxi.gateway.flow.FiledMonth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/verifying-by-hand.md}: its commands as they stand on the page, against figures of a real month. */
class VerifyingByHandTest {

    private static final Path PAGE = Path.of("docs/verifying-by-hand.md");
    private static final Path TOOL = Path.of("src/test/resources/tools/verify-cms-sm2.sh");

    @TempDir
    private static Path folder;

    private static FiledMonth month;
    private static String commands;

    private record Ended(int code, String out) {}

    @BeforeAll
    static void aMonthIsFiled() throws Exception {
        assumeTrue(run(folder, "openssl version && xxd -v && python3 --version && bc --version")
                        .code()
                == 0);
        month = FiledMonth.in(folder.resolve("month"));
        commands = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n", "set -eu\n", ""));
    }

    private static Ended run(Path where, String script) throws IOException, InterruptedException {
        var out = Files.createTempFile(folder, "by-hand", ".out");
        var process = new ProcessBuilder("bash", "-c", script)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        return new Ended(process.waitFor(), Files.readString(out));
    }

    private static Ended byHand(String name, byte[] cell) throws IOException, InterruptedException {
        var where = Files.createDirectories(folder.resolve(name));
        Files.write(where.resolve("cell.json"), cell);
        Files.writeString(where.resolve("root.pem"), month.root().pem());
        Files.copy(TOOL, where.resolve("verify-cms-sm2.sh"));
        return run(where, commands);
    }

    private static byte[] cell(int indicator) {
        return JsonText.of(month.cell(indicator).tree());
    }

    @Test
    void theCommandsVerifyARealFigure() throws Exception {
        var ended = byHand("people", cell(8));

        assertThat(ended.code()).as(ended.out()).isZero();
        assertThat(ended.out())
                .contains("gateway.pem: OK")
                .contains("provincial-return  /indicators/8")
                .contains("submission 530100 /indicators/8 410")
                .contains("submission 539900 /indicators/8");
    }

    @Test
    void theCommandsVerifyAnAmountOfMoney() throws Exception {
        var ended = byHand("money", cell(14));

        assertThat(ended.code()).as(ended.out()).isZero();
    }

    @Test
    void theCommandsRefuseAnotherFigure() throws Exception {
        var changed = new String(cell(8), StandardCharsets.UTF_8).replace("\"value\": \"410\"", "\"value\": \"411\"");

        var ended = byHand("changed", changed.getBytes(StandardCharsets.UTF_8));

        assertThat(ended.code()).isNotZero();
        assertThat(ended.out()).contains("not this entry's figure");
    }
}
