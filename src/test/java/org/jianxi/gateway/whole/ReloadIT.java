package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files changed under a whole running gateway: each in force within the promised time, or refused by its line and without effect. */
class ReloadIT {

    private static final Duration PROMISED = Duration.ofSeconds(5);
    private static final String MAPPING = "mappings/zhijian/monthly-return.yaml";
    private static final String SOURCE = "mappings/zhijian/source.yaml";
    private static final String ROUTE = "routes/sender-soap.camel.yaml";
    private static final String TEMPLATE = "routes/templates/sftp-upload.yaml";
    private static final String REASONS = "schemas/codes/reasons.yaml";
    private static final String JUMPS = "schemas/codes/jumps.yaml";
    private static final String LOOKED = "their folder was looked at";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    @TempDir
    private static Path folder;

    private static final AtomicInteger SPACES = new AtomicInteger();
    private static GatewayProcess gateway;
    private static Wire wire;
    private static String lijiang;
    private static String officer;

    @BeforeAll
    static void start() throws Exception {
        gateway = GatewayProcess.in(folder);
        var keys = new Keys(gateway.var());
        lijiang = keys.sender("zhijian", "530700");
        officer = keys.office(Role.OFFICER);
        gateway.start();
        wire = new Wire(gateway.url());
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @BeforeEach
    @AfterEach
    void asItCame() throws Exception {
        for (var file : new String[] {MAPPING, SOURCE, ROUTE, TEMPLATE, REASONS, JUMPS}) {
            Files.copy(Path.of(file), file(file), StandardCopyOption.REPLACE_EXISTING);
        }
        var digest = Sm3.of(Files.readAllBytes(file(MAPPING))).hex();
        await().atMost(Duration.ofSeconds(30)).until(() -> mappingOf(push()).equals(digest) && soap() == 401);
    }

    @Test
    void aChangedMappingIsInForceWithinFiveSeconds() throws Exception {
        write(MAPPING, text(MAPPING) + "# changed\n");

        var digest = Sm3.of(Files.readAllBytes(file(MAPPING))).hex();
        inForce("a mapping", () -> mappingOf(push()).equals(digest));
    }

    @Test
    void aBrokenMappingIsRefusedByItsLineAndTheLastGoodOneStays() throws Exception {
        var good = mappingOf(push());
        write(MAPPING, text(MAPPING).replace("  9: /body/AAC912\n", "  9: /body/AAC912\n  99: /body/AAC912\n"));

        inForce("its refusal", () -> log().contains("zhijian/monthly-return.yaml:" + lineOf(MAPPING, "  99:")));
        assertThat(mappingOf(push())).isEqualTo(good);
        var sources = gateway.command("sources", "--offline", "--json");
        assertThat(sources.code()).isEqualTo(1);
        assertThat(sources.out()).contains("zhijian/monthly-return.yaml:" + lineOf(MAPPING, "  99:"));
    }

    @Test
    void aChangedRouteIsInForceWithinFiveSecondsAndABrokenOneIsRefusedByItsLine() throws Exception {
        write(ROUTE, text(ROUTE).replace("httpMethodRestrict: POST", "httpMethodRestrict: PUT"));
        inForce("a route", () -> soap() == 405);

        write(ROUTE, text(ROUTE).replace("        muteException: true\n", "        muteException: true\n\t- broken\n"));
        inForce("its refusal", () -> log().contains(ROUTE + ":" + lineOf(ROUTE, "\t- broken")));
        assertThat(soap()).isEqualTo(405);
    }

    @Test
    void aChangedTemplateIsInForceWithinFiveSecondsAndABrokenOneIsRefusedByItsLine() throws Exception {
        assertThat(log()).doesNotContain(LOOKED);
        write(TEMPLATE, text(TEMPLATE).stripTrailing() + "\n          - log: {message: " + LOOKED + "}\n");
        inForce("a template", () -> log().contains(LOOKED));

        write(TEMPLATE, text(TEMPLATE).replace("ref: sftpDoor", "ref: noSuchDoor"));
        inForce("its refusal", () -> log().contains(TEMPLATE + ":" + lineOf(TEMPLATE, "ref: noSuchDoor")));
        var looked = occurrences(LOOKED);
        await().atMost(PROMISED).until(() -> occurrences(LOOKED) > looked);
    }

    @Test
    void aChangedSourceIsInForceWithinFiveSecondsAndABrokenOneIsRefusedByItsLine() throws Exception {
        write(SOURCE, text(SOURCE) + "active: false\n");
        inForce("a source", () -> wire.push(lijiang, MediaType.JSON, body()).statusCode() != 201);

        write(SOURCE, text(SOURCE).replace("active: false", "active: sometimes"));
        inForce("its refusal", () -> log().contains("zhijian/source.yaml:" + lineOf(SOURCE, "active: sometimes")));
        assertThat(wire.push(lijiang, MediaType.JSON, body()).statusCode()).isNotEqualTo(201);
    }

    @Test
    void aReasonAddedToItsListIsInForceWithinFiveSecondsAndABrokenListIsRefusedByItsLine() throws Exception {
        write(REASONS, text(REASONS).replace("  season: {", "  flood: {zh: 洪灾, en: a flood}\n  season: {"));
        inForce("a reason", () -> reasons().contains("洪灾"));

        write(REASONS, text(REASONS).replace("  season: {zh: 毕业季等季节因素, en: season}", "  season: {zh: 毕业季}"));
        inForce("its refusal", () -> log().contains("reasons.yaml:" + lineOf(REASONS, "season: {")));
        assertThat(reasons()).contains("洪灾", "毕业季等季节因素");
    }

    @Test
    void aBrokenThresholdOfJumpsIsRefusedByItsLine() throws Exception {
        write(JUMPS, text(JUMPS).replace("money: {percent: 30", "money: {percent: few"));

        inForce("its refusal", () -> log().contains("jumps.yaml:" + lineOf(JUMPS, "money: {")));
    }

    @Test
    void aRevokedKeyOpensNothingWithinFiveSeconds() throws Exception {
        var access = gateway.var().resolve("access.yaml");
        var before = Files.readString(access);
        try {
            Files.writeString(access, "{keys: [], accounts: []}\n");
            inForce(
                    "a revocation",
                    () -> wire.push(lijiang, MediaType.JSON, body()).statusCode() == 401);
        } finally {
            Files.writeString(access, before);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> wire.push(lijiang, MediaType.JSON, body()).statusCode() == 201);
        }
    }

    /** The two mappings say different figures of the same bytes, so a mixture of both would show. */
    @Test
    void aDeliveryUnderWayKeepsTheMappingItBeganWith() throws Exception {
        var before =
                Wire.json(wire.get("/api/v1/submissions/" + push(), officer)).path("versions");
        var body = body();
        String answer;
        try (var line = new Socket("127.0.0.1", gateway.url().getPort())) {
            var out = line.getOutputStream();
            out.write(("POST " + Wire.JUNE + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n"
                            + "Authorization: Bearer " + lijiang + "\r\nContent-Type: application/json\r\n"
                            + "Content-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body, 0, body.length / 2);
            out.flush();
            Thread.sleep(1_000);
            write(
                    MAPPING,
                    text(MAPPING)
                            .replace("2: /body/AAB902", "2: /body/AAC914")
                            .replace("11: /body/AAC914", "11: /body/AAB902"));
            var changed = Sm3.of(Files.readAllBytes(file(MAPPING))).hex();
            inForce("a mapping", () -> mappingOf(push()).equals(changed));
            assertThat(figure(push(), 2)).isEqualTo(6);

            for (var rest : Arrays.copyOfRange(body, body.length / 2, body.length - 2)) {
                out.write(rest);
                out.flush();
            }
            out.write(body, body.length - 2, 2);
            out.flush();
            answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(answer).startsWith("HTTP/1.1 201");
        var found = ID.matcher(answer);
        assertThat(found.find()).isTrue();
        assertThat(Wire.json(wire.get("/api/v1/submissions/" + found.group(1), officer))
                        .path("versions"))
                .isEqualTo(before);
        assertThat(figure(found.group(1), 2)).isEqualTo(1);
        assertThat(gateway.command("ledger", "fsck").code()).isZero();
    }

    /** Says how long it took, in the test's output. */
    private static void inForce(String what, Callable<Boolean> condition) {
        var began = System.nanoTime();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .atMost(PROMISED)
                .until(condition);
        System.out.printf("%s: %d ms%n", what, (System.nanoTime() - began) / 1_000_000);
    }

    private static int soap() throws IOException, InterruptedException {
        return Wire.elsewhere(gateway.url())
                .send(Wire.elsewhere(gateway.url())
                        .request("/services/submissions", "")
                        .header("Content-Type", "text/xml")
                        .POST(HttpRequest.BodyPublishers.ofString("<x/>")))
                .statusCode();
    }

    private static String push() throws IOException, InterruptedException {
        return Wire.json(wire.push(lijiang, MediaType.JSON, body())).path("id").asString("");
    }

    /** The same return in other bytes each time, so that each is a revision of its own. */
    private static byte[] body() throws IOException {
        var sample = Files.readString(Path.of("mappings/zhijian/samples/2023-06-lijiang.in.json"));
        return (sample.stripTrailing() + " ".repeat(SPACES.incrementAndGet()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String reasons() throws IOException, InterruptedException {
        return new String(wire.get("/api/v1/reasons", officer).body(), StandardCharsets.UTF_8);
    }

    private static String mappingOf(String id) throws IOException, InterruptedException {
        return submission(id).at("/versions/mapping").asString("");
    }

    private static int figure(String id, int indicator) throws IOException, InterruptedException {
        return Wire.json(wire.get("/api/v1/submissions/" + id + "/canonical", officer, "Accept", "application/json"))
                .path("indicators")
                .path(String.valueOf(indicator))
                .asInt();
    }

    private static JsonNode submission(String id) throws IOException, InterruptedException {
        return Wire.json(wire.get("/api/v1/submissions/" + id, officer));
    }

    private static int lineOf(String name, String begin) throws IOException {
        var lines = text(name).lines().toList();
        for (var line = 0; line < lines.size(); line++) {
            if (lines.get(line).strip().startsWith(begin.strip())) {
                return line + 1;
            }
        }
        throw new AssertionError(name + " has no line " + begin);
    }

    private static int occurrences(String words) throws IOException {
        return log().split(Pattern.quote(words), -1).length - 1;
    }

    private static String log() throws IOException {
        return Files.readString(gateway.var().resolve("gateway.log"));
    }

    private static String text(String name) throws IOException {
        return Files.readString(file(name));
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(file(name), text);
    }

    private static Path file(String name) {
        return folder.resolve("home").resolve(name);
    }
}
