package org.jianxi.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jianxi.gateway.documents.JsonText;
import org.jianxi.gateway.flow.FiledMonth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify} and {@code receipts} as somebody at a terminal sees them. */
class VerifyCommandTest {

    @TempDir
    private static Path folder;

    private static FiledMonth month;
    private static Path bundle;
    private static Path root;

    private Terminal terminal;

    @BeforeAll
    static void aMonthIsFiled() throws IOException {
        month = FiledMonth.in(folder.resolve("month"));
        bundle = Files.write(folder.resolve("bundle.zip"), month.bundle());
        root = Files.writeString(folder.resolve("trusted.pem"), month.root().pem());
    }

    @BeforeEach
    void atATerminalWithoutInstallation() {
        terminal = new Terminal(new Home(folder.resolve("nowhere")));
    }

    private static Path changed(int at) throws IOException {
        var bytes = Files.readAllBytes(bundle);
        bytes[at] ^= 1;
        return Files.write(folder.resolve("changed.zip"), bytes);
    }

    @Test
    void aGenuineBundleIsAnsweredAsTheContractSays() {
        assertThat(terminal.run("verify", bundle.toString(), "--root", root.toString(), "--json"))
                .isZero();

        var json = terminal.json();
        assertThat(json.path("verdict").asString("")).isEqualTo("genuine");
        assertThat(json.path("checked").toString()).isEqualTo("{\"signatures\":13,\"proofs\":24,\"cells\":112}");
        assertThat(json.path("failure").isNull()).isTrue();
        assertThat(json.path("root").path("from").asString("")).isEqualTo("named");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void aRefusedBundleNamesReasonFileAndBothValues() throws IOException {
        var refused = changed(2_000);
        assertThat(terminal.run("verify", refused.toString(), "--root", root.toString(), "--json"))
                .isEqualTo(1);

        var failure = terminal.json().path("failure");
        assertThat(terminal.json().path("verdict").asString("")).isEqualTo("refused");
        assertThat(failure.path("refusal").asString("")).isEqualTo("container-differs");
        assertThat(failure.path("file").asString("")).startsWith("META-INF/");
        assertThat(failure.path("expected").asString(""))
                .isNotEqualTo(failure.path("actual").asString(""));
        assertThat(failure.path("message").path("zh").asString("")).contains("容器");
    }

    @Test
    void aRootBesideTheBundleIsUsedAndSaid() throws IOException {
        var beside = Files.createDirectories(folder.resolve("beside"));
        Files.copy(bundle, beside.resolve("bundle.zip"));
        Files.writeString(beside.resolve("root.pem"), month.root().pem());

        assertThat(terminal.run("verify", beside.resolve("bundle.zip").toString(), "--json"))
                .isZero();

        assertThat(terminal.json().path("root").path("from").asString("")).isEqualTo("beside");
        assertThat(terminal.err()).contains(month.root().fingerprint().hex());
    }

    @Test
    void withoutAnyRootItSaysWhatToDo() {
        assertThat(terminal.run("verify", bundle.toString())).isEqualTo(2);
        assertThat(terminal.err()).contains("--root");
    }

    @Test
    void aFileThatIsNotThereIsNotAnAnswer() {
        assertThat(terminal.run("verify", folder.resolve("none.zip").toString(), "--root", root.toString()))
                .isEqualTo(3);
    }

    @Test
    void anOpenedFigureIsVerifiedByTheSameCommand() throws IOException {
        var cell = Files.write(
                folder.resolve("cell.json"), JsonText.of(month.cell(13).tree()));

        assertThat(terminal.run("verify", cell.toString(), "--root", root.toString(), "--json"))
                .isZero();
        assertThat(terminal.json().path("checked").path("cells").asInt()).isEqualTo(8);
    }

    @Test
    void keptReceiptsAgreeWithOneAnotherAndWithTheBundle() throws IOException {
        var first = Files.write(
                folder.resolve("first.p7s"), month.receipts().getFirst().cms());
        var last = Files.write(
                folder.resolve("last.p7s"), month.receipts().getLast().cms());

        var code = terminal.run(
                "receipts",
                first.toString(),
                last.toString(),
                "--root",
                root.toString(),
                "--against",
                bundle.toString(),
                "--json");

        assertThat(code).isZero();
        assertThat(terminal.json().path("checked").path("proofs").asInt()).isEqualTo(2);
    }
}
