package org.jianxi.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contract §1, {@code derive}. */
class DeriveCommandTest {

    private Terminal terminal = new Terminal();

    @TempDir
    Path folder;

    @BeforeEach
    void aSmallMonth() throws IOException {
        file(
                "units.csv",
                "unitId,reportingOffice,recognisedOn,name",
                "U1,530100,2023-06-01,甲",
                "U2,530100,2023-05-01,乙");
        file("posts.csv", "postId,unitId,headcount,raisedOn", "P1,U1,5,2023-06-01", "P2,U2,7,2023-05-01");
        file("trainees.csv", "traineeId,category", "T1,01", "T2,02");
        file(
                "placements.csv",
                "placementId,unitId,traineeId,startOn,actualEndOn,endKind,outcome,status",
                "L1,U1,T1,2023-03-01,2023-06-30,TERM_COMPLETED,RETAINED,COMPLETED",
                "L2,U1,T2,2023-06-01,,,,IN_POST");
        file("payments.csv", "paymentId,placementId,amountYuan,paidOn,status", "B1,L1,15000.50,2023-04-01,PAID");
    }

    @Test
    void saysTheFourteenFiguresInTheContractsShape() {
        var code = derive("--json");

        assertThat(code).isZero();
        assertThat(terminal.json().at("/sender").stringValue()).isEqualTo("530100");
        assertThat(terminal.json().at("/period").stringValue()).isEqualTo("2023-06");
        assertThat(terminal.json().at("/indicators")).isEqualTo(Terminal.parsed("""
                        {"1": 2, "2": 1, "3": 12, "4": 5, "5": null, "6": 1, "7": 0, "8": 1, "9": 1, "10": 1,
                         "11": 0, "12": 0, "13": 1, "14": "1.50"}
                        """));
        assertThat(terminal.err()).contains("指标5不能由记录推出", "units.csv has no column withdrawnOn");
    }

    @Test
    void namesTheRecordsBehindAFigure() {
        derive("--json", "--trace", "8,14");

        assertThat(terminal.json().at("/records"))
                .isEqualTo(Terminal.parsed("{\"8\": [\"placements.csv:2\"], \"14\": [\"payments.csv:2\"]}"));
    }

    @Test
    void saysWhereTheReturnSaysOtherwise() throws IOException {
        var reported = folder.resolve("return.json");
        Files.writeString(reported, """
                {"form": "MOHRSS-2023", "period": "2023-06", "sender": "530100", "revision": 1,
                 "indicators": {"1": 2, "2": 1, "3": 12, "4": 5, "5": 9, "6": 2, "7": 1, "8": 1, "9": 1, "10": 1,
                                "11": 0, "12": 0, "13": 1, "14": "1.50"},
                 "explanations": []}
                """);

        var code = derive("--json", "--compare", reported.toString());

        assertThat(code).isEqualTo(1);
        assertThat(terminal.json().at("/differences")).isEqualTo(Terminal.parsed("""
                        [{"indicator": 6, "derived": "1", "reported": "2", "explanations": []},
                         {"indicator": 7, "derived": "0", "reported": "1", "explanations": []}]
                        """));
    }

    @Test
    void namesTheReadingOfTheFormThatExplainsADifferenceAndTheLinesThatMakeIt() throws IOException {
        file(
                "posts.csv",
                "postId,unitId,headcount,raisedOn,closedOn",
                "P1,U1,7,2023-05-01,",
                "P2,U1,1,2023-06-01,",
                "P3,U1,4,2023-06-02,");
        var reported = folder.resolve("return.json");
        Files.writeString(reported, """
                {"form": "MOHRSS-2023", "period": "2023-06", "sender": "530100", "revision": 1,
                 "indicators": {"1": 2, "2": 1, "3": 3, "4": 2, "5": 9, "6": 1, "7": 0, "8": 1, "9": 1, "10": 1,
                                "11": 0, "12": 0, "13": 1, "14": "1.50"},
                 "explanations": []}
                """);

        assertThat(derive("--json", "--compare", reported.toString())).isEqualTo(1);

        assertThat(terminal.json().at("/differences")).hasSize(2);
        assertThat(terminal.json().at("/differences/0/explanations/0/0/id").stringValue())
                .isEqualTo("posts-for-headcount");
        assertThat(terminal.json().at("/differences/0/records"))
                .isEqualTo(Terminal.parsed("{\"posts-for-headcount\": [\"posts.csv:2\", \"posts.csv:4\"]}"));
        assertThat(terminal.json().at("/differences/1/records"))
                .isEqualTo(Terminal.parsed("{\"posts-for-headcount\": [\"posts.csv:4\"]}"));
    }

    @Test
    void aPersonReadsALineForEachFigure() {
        assertThat(derive()).isZero();
        assertThat(terminal.out()).contains(" 3  本期末实有见习岗位总数  12 个", "14  本年累计", "1.50 万元");
    }

    @Test
    void aRecordIsOpenedAndVerifiesAgainstTheCommitmentThatWasFiled() throws IOException {
        assertThat(derive("--json", "--commit")).isZero();
        var commitment = terminal.json().path("commitment");
        assertThat(commitment.path("records").intValue())
                .as("all but what no figure rests on")
                .isEqualTo(8);
        assertThat(commitment.path("definitions").stringValue()).hasSize(64);
        var proof = folder.resolve("proof.json");

        terminal = new Terminal();
        assertThat(derive("--json", "--prove", "placements.csv:2", "--proof", proof.toString()))
                .isZero();
        assertThat(terminal.json().at("/commitment"))
                .as("made again of the same records")
                .isEqualTo(commitment);

        assertThat(Files.readString(proof)).contains("placementId", "L1").doesNotContain("L2");
        terminal = new Terminal();
        var digest = commitment.path("digest").stringValue();
        assertThat(terminal.run("verify", proof.toString(), "--commitment", digest, "--json"))
                .isZero();
        assertThat(terminal.json().at("/checked/proofs").intValue()).isEqualTo(1);
        assertThat(terminal.run("verify", proof.toString(), "--commitment", digest.replace('a', 'b')))
                .isEqualTo(1);
        assertThat(terminal.run("verify", proof.toString()))
                .as("held against nothing")
                .isEqualTo(2);
    }

    @Test
    void aRecordIsNotOpenedWithoutTheSecretNorOneThatNothingRestsOn() {
        assertThat(derive("--prove", "placements.csv:2")).isEqualTo(3);
        assertThat(terminal.err()).contains("commitment.salt");
        assertThat(derive("--commit", "--prove", "placements.csv:9")).isEqualTo(3);
        assertThat(terminal.err()).contains("没有指标计入该记录");
        assertThat(derive("--prove", "L1")).isEqualTo(2);
    }

    @Test
    void whatCannotBeCountedEndsWith3AndItsPlace() throws IOException {
        file("payments.csv", "paymentId,placementId,amountYuan,paidOn,status", "B1,L1,\"15,000\",2023-04-01,PAID");

        assertThat(derive("--json")).isEqualTo(3);
        assertThat(terminal.json().at("/errors/0/file").stringValue()).isEqualTo("payments.csv");
        assertThat(terminal.json().at("/errors/0/line").intValue()).isEqualTo(2);
        assertThat(terminal.json().at("/errors/0/column").stringValue()).isEqualTo("amountYuan");
        assertThat(terminal.err()).contains("payments.csv第2行 amountYuan").doesNotContain("15,000");
    }

    @Test
    void whoIsNoReportingUnitIsWrongUsage() {
        assertThat(terminal.run("derive", "--records", folder.toString(), "--sender", "110000", "--period", "2023-06"))
                .isEqualTo(2);
    }

    private int derive(String... more) {
        var arguments = new java.util.ArrayList<>(java.util.List.of(
                "derive", "--records", folder.toString(), "--sender", "530100", "--period", "2023-06"));
        arguments.addAll(java.util.List.of(more));
        return terminal.run(arguments.toArray(String[]::new));
    }

    private void file(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }
}
