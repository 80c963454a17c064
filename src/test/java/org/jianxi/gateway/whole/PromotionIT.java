package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.intake.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Issue 4 item 6 from outside: a candidate is replayed beside the running gateway, signed off, in force within seconds, and put back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PromotionIT {

    private static final Duration IN_FORCE_WITHIN = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static Wire wire;
    private static String lijiang;
    private static String officer;
    private static String first;
    private static Path candidate;

    @BeforeAll
    static void start() throws Exception {
        gateway = GatewayProcess.in(folder);
        var keys = new Keys(gateway.var());
        lijiang = keys.sender("zhijian", "530700");
        officer = keys.office(Role.OFFICER);
        gateway.start();
        wire = new Wire(gateway.url());
        first = push(sample());
        candidate = copyOf(home().resolve("mappings/zhijian"), folder.resolve("candidate"));
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @Test
    @Order(1)
    void everyVerdictNamesTheVersionsItWasMadeWith() throws Exception {
        var wrong = sample().replace("\"55\"", "\"99\"").getBytes(StandardCharsets.UTF_8);
        var refused = Wire.json(wire.push(lijiang, MediaType.JSON, wrong))
                .path("instance")
                .asString("");
        assertThat(refused).startsWith("/api/v1/submissions/");
        for (var path : new String[] {"/api/v1/submissions/" + first, refused}) {
            var versions = Wire.json(wire.get(path, officer)).path("versions");
            assertThat(versions.path("mapping").asString("")).hasSize(64);
            assertThat(versions.path("definition").asString("")).hasSize(64);
            assertThat(versions.path("rules").asString(""))
                    .isEqualTo(versions.path("definition").asString(""));
        }
    }

    @Test
    @Order(2)
    void theSameMappingIsCleanAndAChangedOneDiffers() throws Exception {
        var same = gateway.command("replay", "--mapping", candidate.toString(), "--json");
        assertThat(same.code()).as(same.err()).isZero();
        assertThat(Wire.json(same.out().getBytes(StandardCharsets.UTF_8))
                        .path("clean")
                        .asBoolean())
                .isTrue();

        swapTwoColumns();
        var other = gateway.command("replay", "--mapping", candidate.toString(), "--json");
        assertThat(other.code()).as(other.err()).isEqualTo(1);
        var report = Wire.json(other.out().getBytes(StandardCharsets.UTF_8));
        assertThat(report.path("verdict").asString("")).isEqualTo("differs");
        assertThat(report.at("/totals/0/cells/0/senders/0").asString("")).isEqualTo("530700");
    }

    @Test
    @Order(3)
    void aDifferenceKeepsACandidateOutOfForceUntilItIsSignedOff() throws Exception {
        var before = inForce();
        var refused = gateway.command("mapping", "promote", candidate.toString(), "--json");
        assertThat(refused.code()).isEqualTo(1);
        var why = document(refused);
        assertThat(why.path("done").asBoolean()).isFalse();
        assertThat(why.at("/replay/clean").asBoolean()).isFalse();
        assertThat(why.at("/reason/en").asString("")).contains("--sign-off");
        assertThat(inForce()).isEqualTo(before);

        var done = gateway.command(
                "mapping",
                "promote",
                candidate.toString(),
                "--sign-off",
                "columns were swapped",
                "--by",
                "data-office");
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(inForce()).isEqualTo(Files.readString(candidate.resolve("monthly-return.yaml")));
        assertThat(gateway.command("ledger", "fsck").code()).isZero();
        Awaitility.await()
                .atMost(IN_FORCE_WITHIN)
                .untilAsserted(
                        () -> assertThat(mappingOf(push(sample() + "\n"))).isNotEqualTo(mappingOf(first)));
    }

    @Test
    @Order(4)
    void undoPutsThePreviousVersionBack() throws Exception {
        var done = gateway.command("mapping", "promote", "mappings/zhijian", "--undo", "--by", "data-office", "--json");

        assertThat(done.code()).as(done.err()).isZero();
        assertThat(document(done).at("/files/0/file").asString("")).isEqualTo("zhijian/monthly-return");
        assertThat(document(done).at("/files/0/after").asString("")).isEqualTo(mappingOf(first));
        assertThat(inForce()).isEqualTo(Files.readString(Path.of("mappings/zhijian/monthly-return.yaml")));
        assertThat(gateway.command("ledger", "fsck").code()).isZero();
    }

    @Test
    @Order(5)
    void whatCannotBeTriedIsWrongUsageOrCannotBeDone() throws Exception {
        assertThat(gateway.command("replay").code()).isEqualTo(2);
        assertThat(gateway.command(
                                "replay", "--mapping", folder.resolve("nothing").toString())
                        .code())
                .isEqualTo(3);
        assertThat(gateway.command("mapping", "promote", "mappings/zhijian").code())
                .isEqualTo(2);
    }

    private static JsonNode document(JavaRun.Ended command) {
        return Wire.json(command.out().getBytes(StandardCharsets.UTF_8));
    }

    private static void swapTwoColumns() throws IOException {
        var file = candidate.resolve("monthly-return.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("2: /body/AAB902", "2: /body/AAC914")
                        .replace("11: /body/AAC914", "11: /body/AAB902"));
        try (var samples = Files.list(candidate.resolve("samples"))) {
            for (var sample :
                    samples.filter(one -> !one.toString().contains("lijiang")).toList()) {
                Files.delete(sample);
            }
        }
        var expected = candidate.resolve("samples/2023-06-lijiang.expected.json");
        Files.writeString(
                expected,
                Files.readString(expected).replace("\"2\": 1,", "\"2\": 6,").replace("\"11\": 6,", "\"11\": 1,"));
    }

    private static String push(String body) throws IOException, InterruptedException {
        var answer = wire.push(lijiang, MediaType.JSON, body.getBytes(StandardCharsets.UTF_8));
        return Wire.json(answer).path("id").asString("");
    }

    private static String mappingOf(String id) throws IOException, InterruptedException {
        return Wire.json(wire.get("/api/v1/submissions/" + id, officer))
                .at("/versions/mapping")
                .asString("");
    }

    private static String sample() throws IOException {
        return Files.readString(Path.of("mappings/zhijian/samples/2023-06-lijiang.in.json"));
    }

    private static String inForce() throws IOException {
        return Files.readString(home().resolve("mappings/zhijian/monthly-return.yaml"));
    }

    private static Path home() {
        return folder.resolve("home");
    }

    private static Path copyOf(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return to;
    }
}
