package org.jianxi.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code entitle}, as docs/entitlement.md tells it. */
class EntitleCommandTest {

    private final Terminal terminal = new Terminal();

    @TempDir
    Path folder;

    /** The example of the handbook. */
    @BeforeEach
    void aUnitWithTwoTrainees() throws IOException {
        file("units.csv", "unitId,reportingOffice,name", "U1,530100,甲单位", "U2,530300,乙单位");
        file(
                "placements.csv",
                "placementId,unitId,startOn,plannedEndOn,actualEndOn,endKind,outcome,contractFrom,status",
                "L1,U1,2023-03-01,2023-08-31,2023-05-31,EARLY_RETAINED,RETAINED,2023-06-01,RETAINED",
                "L2,U1,2023-04-16,2023-10-15,,,,,IN_POST",
                "L3,U2,2023-03-01,2023-08-31,,,,,IN_POST");
        file(
                "payments.csv",
                "paymentId,placementId,kind,periodFrom,periodTo,months,standard,amountYuan,appliedOn,paidOn,status",
                "B1,L1,MONTHLY,2023-03,2023-03,1,1500,1500.00,2023-04-03,2023-04-20,PAID",
                "B2,L1,MONTHLY,2023-04,2023-04,1,1500,1500.00,2023-05-04,2023-05-20,PAID",
                "B3,L1,DIFFERENCE,2023-03,2023-05,3,500,1500.00,2023-05-10,2023-05-20,PAID",
                "B4,L2,MONTHLY,2023-05,2023-05,1,1500,1500.00,2023-06-05,,APPLIED");
    }

    @Test
    void saysWhatEachUnitAndMonthIsDue() {
        assertThat(entitle("--json")).isEqualTo(1);

        assertThat(terminal.json().at("/rules").stringValue()).isEqualTo("YN-2023");
        assertThat(terminal.json().at("/units")).hasSize(1);
        assertThat(terminal.json().at("/units/0/name").stringValue()).isEqualTo("甲单位");
        assertThat(terminal.json().at("/units/0/retention"))
                .isEqualTo(Terminal.parsed("{\"ended\": 1, \"retained\": 1}"));
        assertThat(terminal.json().at("/units/0/months/2023-05")).isEqualTo(Terminal.parsed("""
                        {"entitled": {"monthly": "3000.00", "remainder": "0.00", "difference": "3000.00", "total": "6000.00", "outside": "0.00"},
                         "claimed": {"monthly": "1500.00", "remainder": "0.00", "difference": "1500.00", "total": "3000.00", "outside": "0.00"},
                         "paid": {"monthly": "0.00", "remainder": "0.00", "difference": "1500.00", "total": "1500.00", "outside": "0.00"},
                         "difference": "4500.00"}
                        """));
        assertThat(terminal.json()
                        .at("/units/0/months/2023-06/entitled/remainder")
                        .stringValue())
                .isEqualTo("1500.00");
    }

    @Test
    void asksWithTheClauseAndTheRecords() {
        entitle("--json");

        assertThat(terminal.json().at("/questions")).hasSize(1);
        assertThat(terminal.json().at("/questions/0/rule").stringValue()).isEqualTo("M-EARLY");
        assertThat(terminal.json().at("/questions/0/clause").stringValue()).isEqualTo("人社部发〔2023〕27号 四(二)");
        assertThat(terminal.json().at("/questions/0/records"))
                .isEqualTo(Terminal.parsed("[\"payments.csv:4\", \"placements.csv:2\"]"));
    }

    @Test
    void namesTheRecordsWhereDueAndPaidDiffer() {
        entitle("--json", "--trace");

        assertThat(terminal.json().at("/records/0")).isEqualTo(Terminal.parsed("""
                        {"unit": "U1", "month": "2023-04", "entitled": "1500.00", "paid": "0.00",
                         "records": ["placements.csv:3", "payments.csv:5"]}
                        """));
    }

    @Test
    void holdsIndicator14AgainstTheCeiling() throws IOException {
        var reported = folder.resolve("return.json");
        Files.writeString(reported, """
                {"form": "MOHRSS-2023", "period": "2023-06", "sender": "530100", "revision": 1,
                 "indicators": {"1": 2, "2": 1, "3": 12, "4": 5, "5": 9, "6": 2, "7": 1, "8": 1, "9": 1, "10": 1,
                                "11": 0, "12": 0, "13": 1, "14": "9.99"},
                 "explanations": []}
                """);

        entitle("--json", "--compare", reported.toString());

        assertThat(terminal.json().at("/ceiling/total").stringValue()).isEqualTo("16500.00");
        assertThat(terminal.json().at("/questions/1/rule").stringValue()).isEqualTo("M-CEILING");
        assertThat(terminal.json().at("/questions/1/message/en").stringValue()).contains("9.99", "1.65 at most");
    }

    @Test
    void withoutAQuestionTheAnswerIsYes() throws IOException {
        Files.delete(folder.resolve("payments.csv"));

        assertThat(entitle("--json")).isZero();
        assertThat(terminal.json().at("/units/0/months/2023-05/paid").isNull()).isTrue();
        assertThat(terminal.err()).contains("There is no payments.csv");
    }

    @Test
    void aPersonReadsALineForEachUnitAndMonth() {
        entitle("--trace");

        assertThat(terminal.out())
                .contains("U1  2023-05  6000.00  3000.00  1500.00  4500.00", "上限 ceiling  16500.00", "M-EARLY  U1");
    }

    @Test
    void whatCannotBeCountedEndsWith3AndItsPlace() throws IOException {
        file(
                "payments.csv",
                "placementId,kind,periodFrom,periodTo,amountYuan,paidOn,status",
                "L1,每月,2023-03,2023-03,1,,PAID");

        assertThat(entitle("--json")).isEqualTo(3);
        assertThat(terminal.json().at("/errors/0/column").stringValue()).isEqualTo("kind");
        assertThat(terminal.err()).doesNotContain("每月");
    }

    @Test
    void whoIsNoReportingUnitIsWrongUsage() {
        assertThat(terminal.run("entitle", "--records", folder.toString(), "--sender", "110000", "--period", "2023-06"))
                .isEqualTo(2);
    }

    private int entitle(String... more) {
        var arguments = new ArrayList<>(
                List.of("entitle", "--records", folder.toString(), "--sender", "530100", "--period", "2023-06"));
        arguments.addAll(List.of(more));
        return terminal.run(arguments.toArray(String[]::new));
    }

    private void file(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }
}
