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
    private static String commandsForArchives;

    /** Where the page turns from one figure to whole containers. */
    private static final String ARCHIVES = "\n## A year's archive";

    private record Ended(int code, String out) {}

    @BeforeAll
    static void aMonthIsFiled() throws Exception {
        assumeTrue(run(folder, "openssl version && xxd -v && unzip -v && python3 --version && bc --version")
                        .code()
                == 0);
        month = FiledMonth.in(folder.resolve("month"));
        var page = Files.readString(PAGE).split(ARCHIVES, 2);
        commands = commands(page[0]);
        commandsForArchives = commands(page[1]);
    }

    private static String commands(String page) {
        return Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
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

    private static Ended byHandArchive(String name, byte[] archive) throws IOException, InterruptedException {
        var where = Files.createDirectories(folder.resolve(name));
        Files.write(where.resolve("archive.asice"), archive);
        Files.writeString(where.resolve("root.pem"), month.root().pem());
        Files.copy(TOOL, where.resolve("verify-cms-sm2.sh"));
        return run(where, commandsForArchives);
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

    @Test
    void theCommandsVerifyAYearsArchiveAndTheBundlesInIt() throws Exception {
        var ended = byHandArchive("archive", KeptYear.of(month).bytes());

        assertThat(ended.code()).as(ended.out()).isZero();
        assertThat(ended.out())
                .contains("gateway-001.pem: OK")
                .contains("archive.asice: 6 files as signed")
                .contains("archive/months/2023-06/1/bundle.asice: ");
    }

    @Test
    void theCommandsRefuseAnArchiveWithOneWordChanged() throws Exception {
        var archive = new String(KeptYear.of(month).bytes(), StandardCharsets.ISO_8859_1);
        var changed = archive.replaceFirst("system-failure", "system-failurf").getBytes(StandardCharsets.ISO_8859_1);

        var ended = byHandArchive("changed-archive", withNewChecksums(changed));

        assertThat(ended.code()).isNotZero();
        assertThat(ended.out()).contains("months/2023-06/office.json: not the file that was signed");
    }

    /** As somebody would who changes a file and packs it again, so that unzip has nothing to complain of. */
    private static byte[] withNewChecksums(byte[] changed) throws Exception {
        var where = Files.createDirectories(folder.resolve("repack"));
        Files.write(where.resolve("a.zip"), changed);
        var ended = run(where, "unzip -q a.zip -d a || true; python3 -m zipfile -c b.zip a/*");
        assertThat(ended.code()).as(ended.out()).isZero();
        return Files.readAllBytes(where.resolve("b.zip"));
    }
}
