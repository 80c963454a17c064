package org.jianxi.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jianxi.gateway.Debian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contract §1, {@code rollup}. */
class RollupCommandTest {

    private static final String KUNMING = "530100";
    private static final String QUJING = "530300";

    private final Terminal terminal = new Terminal();

    @TempDir
    Path folder;

    @Test
    void addsUpInTheContractsShapeAndListsWhoIsMissing() throws IOException {
        var code = terminal.run(
                "rollup", file(KUNMING, 1, 812, "0.004"), file(QUJING, 1, 8, "0.004"), "--period", "2023-06", "--json");

        assertThat(terminal.err()).isEmpty();
        assertThat(code).isZero();
        var document = terminal.json();
        assertThat(document.at("/period").stringValue()).isEqualTo("2023-06");
        assertThat(document.at("/indicators")).isEqualTo(Terminal.parsed("""
                        {"1": 820, "2": 4, "3": 100, "4": 4, "5": 100, "6": 60, "7": 40, "8": 82, "9": 60, "10": 20,
                         "11": 22, "12": 2, "13": 80, "14": "0.01"}
                        """));
        assertThat(document.at("/senders/0/sender").stringValue()).isEqualTo(KUNMING);
        assertThat(document.at("/senders/0/indicators/1").intValue()).isEqualTo(812);
        assertThat(document.at("/senders")).hasSize(2);
        assertThat(document.at("/gaps"))
                .hasSize(15)
                .noneMatch(gap -> gap.stringValue().equals(KUNMING));
        assertThat(document.at("/gaps/14").stringValue()).isEqualTo("539900");
    }

    @Test
    void aSenderWithoutAFileIsAGapAndNeverAZero() throws IOException {
        terminal.run("rollup", file(KUNMING, 1, 812, "1.00"), "--period", "2023-06", "--json");

        assertThat(terminal.json().at("/senders")).hasSize(1);
        assertThat(terminal.json().at("/gaps").toString()).contains("\"530300\"");
    }

    @Test
    void theHigherRevisionCounts() throws IOException {
        terminal.run(
                "rollup",
                file(KUNMING, 2, 900, "1.00"),
                file(KUNMING, 1, 812, "1.00"),
                "--period",
                "2023-06",
                "--json");

        assertThat(terminal.json().at("/indicators/1").intValue()).isEqualTo(900);
    }

    @Test
    void twoFilesOfOneSenderAndRevisionDoNotAddUp() throws IOException {
        var one = file(KUNMING, 1, 812, "1.00");
        var other = Files.copy(Path.of(one), folder.resolve("copy.json")).toString();

        assertThat(terminal.run("rollup", one, other, "--period", "2023-06", "--json"))
                .isEqualTo(1);
        assertThat(terminal.err()).contains("two returns of 530100 are both revision 1");
        assertThat(terminal.json().at("/errors/0/en").stringValue())
                .isEqualTo("two returns of 530100 are both revision 1");
    }

    @Test
    void aReturnOfAnotherMonthDoesNotAddUp() throws IOException {
        assertThat(terminal.run("rollup", file(KUNMING, 1, 812, "1.00"), "--period", "2023-07"))
                .isEqualTo(1);
        assertThat(terminal.err()).contains("is of 2023-06, not of 2023-07");
    }

    @Test
    void writesTheDocumentThatTheNameAsksFor() throws IOException {
        var sheet = folder.resolve("return.xlsx");

        assertThat(terminal.run(
                        "rollup", file(KUNMING, 1, 812, "1.00"), "--period", "2023-06", "--out", sheet.toString()))
                .isZero();
        assertThat(Files.readAllBytes(sheet)).startsWith('P', 'K');
    }

    @Test
    void writesThePdfOfTheOfficialSheetOrSaysWhichFontIsMissing() throws Exception {
        var out = folder.resolve("return.pdf");
        var font =
                Debian.has(Path.of("/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf"), "fonts-arphic-gbsn00lp");

        var code =
                terminal.run("rollup", file(KUNMING, 1, 812, "1.00"), "--period", "2023-06", "--out", out.toString());

        if (font) {
            assertThat(code).isZero();
            assertThat(Files.readAllBytes(out)).startsWith("%PDF-1.".getBytes(StandardCharsets.US_ASCII));
        } else {
            assertThat(code).isEqualTo(3);
            assertThat(terminal.err()).contains("jianxi.print.font");
        }
    }

    @Test
    void anUnknownEndingIsWrongUsageAndAnUnreadableFileCannotBeDone() throws IOException {
        var good = file(KUNMING, 1, 812, "1.00");

        assertThat(terminal.run("rollup", good, "--period", "2023-06", "--out", "return.docx"))
                .isEqualTo(2);
        assertThat(terminal.run("rollup", folder + "/none.json", "--period", "2023-06"))
                .isEqualTo(3);
        assertThat(terminal.run("rollup", good)).isEqualTo(2);
    }

    private String file(String sender, int revision, int units, String money) throws IOException {
        var file = folder.resolve(sender + "-" + revision + ".json");
        return Files.writeString(file, """
                        {"form": "MOHRSS-2023", "period": "2023-06", "sender": "%s", "revision": %d,
                         "indicators": {"1": %d, "2": 2, "3": 50, "4": 2, "5": 50, "6": 30, "7": 20, "8": 41, "9": 30,
                                        "10": 10, "11": 11, "12": 1, "13": 40, "14": "%s"}}
                        """.formatted(sender, revision, units, money))
                .toString();
    }
}
