package org.jianxi.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class KeysCommandTest {

    private static final Instant NOW = Instant.parse("2023-07-04T08:00:00Z");

    @TempDir
    Path folder;

    private record Ended(int code, String out, String err) {

        JsonNode json() {
            return Terminal.parsed(out);
        }
    }

    @BeforeEach
    void anAuthority() {
        assertThat(run(NOW, "create").code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keys",
                "keys create",
                "keys issue",
                "keys rotate",
                "keys revoke",
                "keys list",
                "keys trust",
                "keys trust add",
                "keys trust list"
            })
    void helpShowsAnExample(String command) {
        var terminal = new Terminal();

        assertThat(terminal.run((command + " --help").split(" "))).isZero();
        assertThat(terminal.out()).contains("./jianxi " + command);
    }

    @Test
    void createdAgainNothingChanges() {
        var again = run(NOW, "create", "--json").json();

        assertThat(again.get("created").asBoolean()).isFalse();
        assertThat(folder.resolve("keys/root.pem")).exists();
    }

    @Test
    void whatIsIssuedStandsInTheListWithItsDays() {
        var issued = run(NOW, "issue", "kunming", "--for", "sender", "--cn", "昆明市", "--days", "90", "--json");
        var listed = row(run(NOW, "list", "--json"), "kunming");

        assertThat(issued.code()).isZero();
        assertThat(Path.of(issued.json().get("keyStore").asString())).exists();
        assertThat(listed.get("subject").asString()).isEqualTo("C=CN,O=Jianxi development,OU=sender,CN=昆明市");
        assertThat(listed.get("serial").asString())
                .isEqualTo(issued.json().get("serial").asString());
        assertThat(listed.get("algorithm").asString()).isEqualTo("sm2");
        assertThat(listed.get("daysLeft").asInt()).isEqualTo(90);
        assertThat(listed.get("state").asString()).isEqualTo("valid");
    }

    @Test
    void aNameThatIsTakenIsRefusedAndStays() throws IOException {
        issue("kunming");
        var before = Files.readAllBytes(folder.resolve("keys/kunming.p12"));
        var again = run(NOW, "issue", "kunming", "--for", "sender", "--cn", "另一家");

        assertThat(again.code()).isEqualTo(1);
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).contains("keys rotate", "nothing was changed");
        assertThat(Files.readAllBytes(folder.resolve("keys/kunming.p12"))).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "issue gateway --for sender --cn x",
                "issue ../x --for sender --cn x",
                "issue x --for king --cn x",
                "issue x --for sender --cn x --algorithm md5",
                "issue x --for sender --cn x --days 0",
                "revoke kunming --reason whim",
                "rotate nobody",
                "rotate root"
            })
    void whatCannotBeMeantIsWrongUsage(String words) {
        assertThat(run(NOW, words.split(" ")).code()).isEqualTo(2);
    }

    @Test
    void aNameThatDoesNotExistIsAnsweredWithThoseThatDo() {
        issue("kunming");
        var ended = run(NOW, "revoke", "kuming", "--reason", "key-compromise");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("kunming (", "gateway (").doesNotContain("root (");
    }

    @Test
    void aRevokedCertificateIsListedAsSuchAndRevokedOnlyOnce() {
        issue("kunming");
        var serial = row(run(NOW, "list", "--json"), "kunming").get("serial").asString();
        var revoked = run(
                NOW, "revoke", serial.substring(0, 12), "--reason", "key-compromise", "--at", "2023-07-01T00:00:00Z");
        var listed = row(run(NOW, "list", "--json"), "kunming");

        assertThat(revoked.code()).isZero();
        assertThat(listed.get("state").asString()).isEqualTo("revoked");
        assertThat(listed.get("revokedSince").asString()).isEqualTo("2023-07-01T00:00:00Z");
        assertThat(listed.get("reason").asString()).isEqualTo("key-compromise");
        assertThat(run(NOW, "revoke", "kunming", "--reason", "superseded").code())
                .isEqualTo(1);
    }

    @Test
    void theListEndsWithNoWhenACertificateEndsWithinADay() {
        issue("kunming");
        var end = NOW.plus(Duration.ofDays(365));

        assertThat(run(end.minus(Duration.ofDays(2)), "list").code()).isZero();
        assertThat(run(end.minus(Duration.ofDays(1)), "list").code()).isEqualTo(1);
        var ended = run(end.plusSeconds(1), "list", "--json");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.json().get("urgent").get(0).asString()).isEqualTo("kunming");
        assertThat(row(ended, "kunming").get("state").asString()).isEqualTo("expired");
    }

    @Test
    void aRotatedGatewayKeyLeavesTheOldOneListedAsPast() {
        var before = row(run(NOW, "list", "--json"), "gateway").get("serial").asString();
        var rotated = run(NOW, "rotate", "--overlap-days", "10", "--json").json();
        var rows = rows(run(NOW, "list", "--json"), "gateway");

        assertThat(rotated.get("before").asString()).isEqualTo(before);
        assertThat(rotated.get("overlapEnds").asString()).isEqualTo("2023-07-14T08:00:00Z");
        assertThat(rows)
                .extracting(row ->
                        row.get("serial").asString() + " " + row.get("past").asBoolean())
                .containsExactly(rotated.get("after").asString() + " false", before + " true");
    }

    @Test
    void anAuthorityIsBelievedOnceItWasAddedAndNeverReplacedByAnother() throws IOException {
        var others = folder.resolve("others");
        assertThat(run(NOW, others, "create").code()).isZero();
        var root = others.resolve("keys/root.pem").toString();

        assertThat(run(NOW, "trust", "add", root, "--name", "approved").code()).isZero();
        assertThat(run(NOW, "trust", "add", root, "--name", "approved").code())
                .as("the same again")
                .isZero();
        assertThat(run(NOW, "trust", "list", "--json").json().get("roots").size())
                .isEqualTo(2);
        assertThat(run(NOW, "trust", "add", others.resolve("keys/root.crl").toString(), "--name", "approved")
                        .code())
                .isZero();
        assertThat(run(NOW, "trust", "add", folder.resolve("keys/root.pem").toString(), "--name", "approved")
                        .code())
                .isEqualTo(1);
        assertThat(run(NOW, "trust", "add", others.resolve("keys/signer.pem").toString())
                        .err())
                .contains("no authority's certificate");
    }

    @Test
    void aRevocationListOfAStrangerIsNotTaken() {
        var others = folder.resolve("others");
        run(NOW, others, "create");

        assertThat(run(NOW, "trust", "add", others.resolve("keys/root.crl").toString())
                        .code())
                .isEqualTo(1);
    }

    @Test
    void withoutAnAuthorityThereIsNothingToIssueFrom() {
        var ended = run(NOW, folder.resolve("empty"), "issue", "x", "--for", "sender", "--cn", "x");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("keys create");
    }

    private void issue(String name) {
        assertThat(run(NOW, "issue", name, "--for", "sender", "--cn", "昆明市").code())
                .isZero();
    }

    private static JsonNode row(Ended ended, String name) {
        return rows(ended, name).getFirst();
    }

    private static List<JsonNode> rows(Ended ended, String name) {
        return ended.json()
                .get("certificates")
                .valueStream()
                .filter(row -> row.get("name").asString().equals(name))
                .toList();
    }

    private Ended run(Instant moment, String... words) {
        return run(moment, folder, words);
    }

    /** The command as {@code Jianxi} has it, at a moment of its own. */
    private Ended run(Instant moment, Path var, String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var bench = new KeyBench(new Home(folder), Clock.fixed(moment, ZoneOffset.UTC), new SecureRandom());
        var arguments = Stream.concat(Stream.of(words), Stream.of("--var", var.toString()))
                .toArray(String[]::new);
        var code = KeysCommand.line(bench)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    return ExitCodes.COULD_NOT;
                })
                .execute(arguments);
        return new Ended(code, out.toString(), err.toString());
    }
}
