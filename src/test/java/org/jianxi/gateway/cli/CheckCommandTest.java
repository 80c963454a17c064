package org.jianxi.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contract §1, {@code check}, and §4, a finding. */
class CheckCommandTest {

    private static final String GOOD = """
            {"form": "MOHRSS-2023", "period": "2023-06", "sender": "530100",
             "indicators": {"1": 812, "2": 14, "3": 5630, "4": 420, "5": 900, "6": 640, "7": 512,
                            "8": 410, "9": 233, "10": 190, "11": 96, "12": 21, "13": 3127, "14": "1873.50"}}
            """;

    private final Terminal terminal = new Terminal();

    @TempDir
    Path folder;

    @BeforeEach
    void aSourceThatSendsCanonicalJson() throws IOException {
        write(
                "monthly-return.yaml",
                "source: kunming\ndataset: monthly-return\nform: MOHRSS-2023\nformat: canonical-json\n");
    }

    @Test
    void aReturnThatKeepsEveryRuleIsAccepted() throws IOException {
        var file = write("good.json", GOOD);

        assertThat(check(file, "--json")).isZero();
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.json())
                .isEqualTo(Terminal.parsed(
                        "{\"results\": [{\"file\": \"" + file + "\", \"verdict\": \"accepted\", \"findings\": []}]}"));
    }

    /** 人社部发〔2023〕27号 附件 填报说明7: 8≥9+11. */
    @Test
    void aBrokenRelationIsShownWithItsNumbersAndWhatWouldMendIt() throws IOException {
        var file = write(
                "bad.json",
                GOOD.replace("\"8\": 410", "\"8\": 41")
                        .replace("\"9\": 233", "\"9\": 30")
                        .replace("\"10\": 190", "\"10\": 10")
                        .replace("\"11\": 96", "\"11\": 14"));

        assertThat(check(file, "--json")).isEqualTo(1);
        var result = terminal.json().at("/results/0");
        assertThat(result.at("/verdict").stringValue()).isEqualTo("rejected");
        assertThat(result.at("/findings")).hasSize(1);
        var finding = result.at("/findings/0");
        assertThat(finding.at("/rule").stringValue()).isEqualTo("L-8");
        assertThat(finding.at("/severity").stringValue()).isEqualTo("error");
        assertThat(finding.at("/values")).isEqualTo(Terminal.parsed("{\"8\": 41, \"9\": 30, \"11\": 14}"));
        assertThat(finding.at("/shortBy").intValue()).isEqualTo(3);
        assertThat(finding.at("/repairs")).isEqualTo(Terminal.parsed("""
                        [{"change": {"8": {"min": 44}}}, {"change": {"9": {"max": 27}}}, {"change": {"11": {"max": 11}}}]
                        """));
    }

    @Test
    void aWorkbookComesBackWithItsCellsMarked() throws IOException {
        var out = folder.resolve("checked.xlsx");
        var answer = terminal.run(
                "check",
                "mappings/official/samples/2023-06-diqing-wrong.in.xlsx",
                "--sender",
                "533400",
                "--dataset",
                "monthly-return",
                "--period",
                "2023-06",
                "--out",
                out.toString(),
                "--json");

        assertThat(answer).isEqualTo(1);
        var first = terminal.json().at("/results/0/findings/0");
        try (var workbook = new XSSFWorkbook(Files.newInputStream(out))) {
            var row = workbook.getSheet("检查结果").getRow(1);
            assertThat(row.getCell(1).getStringCellValue())
                    .isEqualTo(first.at("/rule").stringValue());
            var at = new CellReference(first.at("/at/cell").stringValue());
            var marked = workbook.getSheet(first.at("/at/sheet").stringValue())
                    .getRow(at.getRow())
                    .getCell(at.getCol());
            assertThat(marked.getCellComment().getString().getString())
                    .contains(first.at("/message/zh").stringValue());
        }
    }

    @Test
    void aWorkbookOfFindingsIsOfOneFile() throws IOException {
        var good = write("good.json", GOOD);

        assertThat(check(good, "--out", folder.resolve("x.txt").toString())).isEqualTo(2);
        assertThat(check(good, "--out", folder.resolve("no/such/x.xlsx").toString()))
                .isEqualTo(3);
        assertThat(check(
                        good, good.toString(), "--out", folder.resolve("x.xlsx").toString()))
                .isEqualTo(2);
    }

    @Test
    void oneRejectedFileAmongAcceptedOnesMakesTheAnswerNo() throws IOException {
        var good = write("good.json", GOOD);
        var bad = write("bad.json", "{}");

        assertThat(new Terminal().run(arguments(good, bad))).isEqualTo(1);
    }

    @Test
    void lastMonthsReturnBringsTheBalanceRulesIn() throws IOException {
        var previous = write("may.json", GOOD.replace("2023-06", "2023-05"));
        var file = write("june.json", GOOD);

        assertThat(check(file, "--previous", previous.toString(), "--json")).isZero();
        assertThat(terminal.json().at("/results/0/findings")).anySatisfy(finding -> {
            assertThat(finding.at("/rule").stringValue()).isEqualTo("B-13");
            assertThat(finding.at("/severity").stringValue()).isEqualTo("warning");
        });
    }

    @Test
    void withoutAMappingJsonIsCanonicalAndAWorkbookIsTheOfficialSheet() throws IOException {
        var json = write("good.json", GOOD).toString();
        var sheet = "mappings/official/samples/2023-06-lincang.in.xlsx";

        assertThat(terminal.run(
                        "check", json, "--sender", "530100", "--dataset", "monthly-return", "--period", "2023-06"))
                .isZero();
        assertThat(terminal.run(
                        "check", sheet, "--sender", "530900", "--dataset", "monthly-return", "--period", "2023-06"))
                .isZero();
    }

    @Test
    void recordsAreAcceptedOrRejectedByWhatTheirFieldsSay() {
        assertThat(checkUnits(terminal, "units-2023-06.in.json", "--mapping", "mappings/dali", "--json"))
                .isZero();
        assertThat(terminal.json().at("/results/0/verdict").stringValue()).isEqualTo("accepted");

        var other = new Terminal();
        assertThat(checkUnits(other, "units-2023-06-wrong.in.json", "--mapping", "mappings/dali", "--json"))
                .isEqualTo(1);
        assertThat(other.json().at("/results/0/verdict").stringValue()).isEqualTo("rejected");
        assertThat(other.json().at("/results/0/findings/0/rule").stringValue()).isEqualTo("F-CREDIT-CODE");
    }

    @Test
    void aTableOfRecordsNeedsItsSourcesMappingAndJsonWithoutOneIsCanonical() {
        assertThat(checkUnits(terminal, "../../puer/samples/trainees-2023-06.in.xlsx"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("--mapping");

        var other = new Terminal();
        assertThat(checkUnits(other, "units-2023-06.in.json", "--json")).isEqualTo(1);
        assertThat(other.json().at("/results/0/findings").toString()).contains("S-REQUIRED");
    }

    private static int checkUnits(Terminal terminal, String sample, String... more) {
        var arguments = new ArrayList<>(List.of("check", "mappings/dali/samples/" + sample));
        arguments.addAll(List.of("--sender", "532900", "--dataset", "units", "--period", "2023-06"));
        arguments.addAll(List.of(more));
        return terminal.run(arguments.toArray(String[]::new));
    }

    @Test
    void saysItToPeopleInBothLanguages() throws IOException {
        check(write("bad.json", GOOD.replace("\"2\": 14", "\"2\": 900")));

        assertThat(terminal.out())
                .contains("退回 rejected")
                .contains("L-1 错误 error /indicators/1")
                .contains("人社部发〔2023〕27号");
    }

    @Test
    void whatIsNotKnownIsWrongUsage() throws IOException {
        var file = write("good.json", GOOD).toString();
        var mapping = folder.toString();

        for (var wrong : new String[][] {
            {
                "check",
                file,
                "--sender",
                "110000",
                "--dataset",
                "monthly-return",
                "--period",
                "2023-06",
                "--mapping",
                mapping
            },
            {
                "check",
                file,
                "--sender",
                "530100",
                "--dataset",
                "../monthly-return",
                "--period",
                "2023-06",
                "--mapping",
                mapping
            },
            {
                "check",
                file,
                "--sender",
                "530100",
                "--dataset",
                "monthly-return",
                "--period",
                "June",
                "--mapping",
                mapping
            },
            {"check", file, "--sender", "530100", "--period", "2023-06"}
        }) {
            assertThat(terminal.run(wrong)).isEqualTo(2);
        }
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsNeitherYesNorNo() {
        assertThat(check(folder.resolve("none.json"), "--json")).isEqualTo(3);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("none.json: cannot be read");
    }

    private int check(Path file, String... more) {
        var arguments = new ArrayList<>(List.of(arguments(file)));
        arguments.addAll(List.of(more));
        return terminal.run(arguments.toArray(String[]::new));
    }

    private String[] arguments(Path... files) {
        var arguments = new ArrayList<>(List.of("check"));
        for (var file : files) {
            arguments.add(file.toString());
        }
        arguments.addAll(List.of(
                "--sender",
                "530100",
                "--dataset",
                "monthly-return",
                "--period",
                "2023-06",
                "--mapping",
                folder.toString()));
        return arguments.toArray(String[]::new);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
