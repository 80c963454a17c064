package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jianxi.gateway.canonical.CheckDigits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both sides as processes of their own, with somebody who listens on the wire between them. */
class RegistryAgentIT {

    private static final int PEOPLE = 1100;
    private static final int BATCHES = 3;
    private static final long MINUTES = 10;

    @TempDir
    Path folder;

    private Path home;
    private Path state;
    private Path people;
    private Path extract;

    @BeforeEach
    void files() throws IOException, InterruptedException {
        home = JavaRun.homeIn(folder);
        state = Files.createDirectories(folder.resolve("registry").resolve("state"));
        people = Files.writeString(folder.resolve("people.csv"), peopleRows());
        extract = Files.writeString(folder.resolve("low.csv"), registryRows());
        var admitted = run("registry-agent", "admit", "jianxi", "--points", "1536", "--state", state.toString());
        assertThat(admitted.code()).as(admitted.err()).isZero();
        Files.writeString(folder.resolve("agent.key"), admitted.out());
    }

    @Test
    void theResultsAreThoseOfTheFileAndNeitherSideHearsTheOthersList() throws Exception {
        var offline = run("match", "--people", people.toString(), "--registry", "low=" + extract, "--out", out("file"));
        assertThat(offline.code()).as(offline.err()).isZero();

        try (var agent = agent();
                var wire = Eavesdropper.before(agent.url())) {
            var blind = run(matching(wire.url(), "blind"));

            assertThat(blind.code()).as(blind.err()).isZero();
            assertThat(Files.readString(folder.resolve("blind.csv")))
                    .isEqualTo(Files.readString(folder.resolve("file.csv")))
                    .contains(",low,HIT,", ",low,NAME_MISMATCH,", ",low,MISS,", ",low,ID_INVALID,");
            assertThat(JsonMapper.shared().readTree(blind.out()).path("registries"))
                    .isEqualTo(JsonMapper.shared().readTree(offline.out()).path("registries"));
            assertNobodyIsIn(wire.toServer());
            assertNobodyIsIn(wire.toClient());
            assertNobodyIsIn(Files.readAllBytes(state.resolve("audit.jsonl")));
            assertNobodyIsIn(agent.said().getBytes(StandardCharsets.UTF_8));
            assertThat(Files.walk(folder.resolve("asker")).filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertNobodyIsIn(Files.readAllBytes(file)));
        }
    }

    @Test
    void killedOnBothSidesInTheMiddleItGoesOnAndNobodyIsAskedForTwice() throws Exception {
        try (var first = agent();
                var wire = Eavesdropper.before(first.url())) {
            wire.swallowAnswersFromPost(2);
            var asker = new ProcessBuilder(JavaRun.command(home, List.of(), matching(wire.url(), "blind")))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("killed.log").toFile())
                    .start();
            assertThat(wire.swallowed().await(MINUTES, TimeUnit.MINUTES)).isTrue();
            asker.destroyForcibly().waitFor();
            first.kill();

            try (var second = agent()) {
                wire.leadTo(second.url());
                var resumed = run(matching(wire.url(), "blind"));

                assertThat(resumed.code()).as(resumed.err()).isZero();
                assertThat(resumed.out()).contains("\"HIT\"");
                assertEverybodyWasAskedForOnce();
                var third = run(matching(wire.url(), "again"));
                assertThat(third.code()).as(third.err()).isZero();
                assertThat(folder.resolve("again.csv")).hasSameTextualContentAs(folder.resolve("blind.csv"));
                assertEverybodyWasAskedForOnce();
            }
        }
    }

    @Test
    void whatIsRefusedEndsTheCommandAndWhatWasAnsweredStays() throws Exception {
        try (var agent = agent()) {
            var certificate = state.resolve("keys/registry-agent.pem");
            var wrong = new ArrayList<>(matching(agent.url(), "blind"));
            wrong.set(wrong.indexOf("low=" + certificate), "low=" + state.resolve("keys/signer.pem"));
            var forged = run(wrong);
            assertThat(forged.code()).isEqualTo(3);
            assertThat(forged.err()).contains("not signed with the pinned certificate");

            var revoked = run("registry-agent", "revoke", "jianxi", "--state", state.toString());
            assertThat(revoked.code()).as(revoked.err()).isZero();
            var refused = run(matching(agent.url(), "blind"));
            assertThat(refused.code()).isEqualTo(3);
            assertThat(refused.err()).contains("HTTP 401");
            assertThat(folder.resolve("blind.csv")).doesNotExist();
        }
    }

    private void assertEverybodyWasAskedForOnce() throws IOException {
        var audit = lines(state.resolve("audit.jsonl"));
        var granted = audit.stream()
                .filter(line -> line.path("outcome").stringValue("").equals("granted"))
                .toList();
        assertThat(granted).hasSize(BATCHES);
        assertThat(audit.stream()
                        .mapToInt(line -> line.path("charged").asInt(0))
                        .sum())
                .as("points, 512 a batch")
                .isEqualTo(BATCHES * 512);
        assertThat(audit).anyMatch(line -> line.path("outcome").stringValue("").equals("repeated"));
        assertThat(lines(folder.resolve("asker/audit.jsonl")).stream()
                        .filter(line -> line.path("outcome").stringValue("").equals("answered"))
                        .map(line -> line.path("batch").stringValue("")))
                .containsExactlyInAnyOrderElementsOf(granted.stream()
                        .map(line -> line.path("batch").stringValue(""))
                        .toList());
    }

    private static List<JsonNode> lines(Path audit) throws IOException {
        return Files.readAllLines(audit).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    private void assertNobodyIsIn(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        for (var at = 0; at < PEOPLE; at++) {
            assertThat(text.contains(number(at).substring(0, 17)))
                    .as("number " + at)
                    .isFalse();
        }
        assertThat(text).doesNotContain("欧阳", "上官", "城市低保", "特困");
    }

    private AgentProcess agent() throws IOException, InterruptedException {
        return AgentProcess.start(home, state, "low=" + extract);
    }

    private JavaRun.Ended run(String... arguments) throws IOException, InterruptedException {
        return run(List.of(arguments));
    }

    private JavaRun.Ended run(List<String> arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(arguments);
        if (arguments.getFirst().equals("match")) {
            all.add("--json");
        }
        return JavaRun.run(home, folder, MINUTES * 60, all);
    }

    private List<String> matching(URI agent, String out) {
        return List.of(
                "match",
                "--people",
                people.toString(),
                "--agent",
                "low=" + agent,
                "--agent-key",
                "low=" + folder.resolve("agent.key"),
                "--agent-certificate",
                "low=" + state.resolve("keys/registry-agent.pem"),
                "--purpose",
                "见习困难毕业生认定",
                "--legal-basis",
                "云人社发〔2023〕18号",
                "--agent-state",
                folder.resolve("asker").toString(),
                "--out",
                out(out));
    }

    private String out(String name) {
        return folder.resolve(name + ".csv").toString();
    }

    private static String peopleRows() {
        var rows = new StringBuilder("idNumber,name\n");
        IntStream.range(0, PEOPLE)
                .forEach(at -> rows.append(number(at)).append(",欧阳").append(at).append('\n'));
        return rows.append(number(0).toLowerCase(Locale.ROOT))
                .append(", 欧 阳0\n123,上官\n")
                .toString();
    }

    /** Every third person, every sixth under another name, one twice; and as many strangers. */
    private static String registryRows() {
        var rows = new StringBuilder("idNumber,name,category\n");
        for (var at = 0; at < PEOPLE; at += 3) {
            var name = at % 6 == 0 ? "欧阳" + at : "上官";
            rows.append(number(at)).append(',').append(name).append(",城市低保\n");
            rows.append(number(PEOPLE + at)).append(",上官,特困\n");
        }
        return rows.append(number(0)).append(",欧阳0,特困\nnone,上官,特困\n").toString();
    }

    private static String number(int at) {
        var first17 = "5301022000%02d%02d%03d".formatted(1 + at / 28 % 12, 1 + at % 28, at / 336);
        return first17 + CheckDigits.citizen(first17);
    }
}
