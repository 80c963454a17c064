package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.notices.Receiver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A gateway process that tells a source's real server what happens, and names every lock at its HTTP door. */
class WebhooksIT {

    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";
    private static final String DELIVERIES = "/api/v1/webhooks/deliveries";
    private static final String RETURN = "/api/v1/returns/2024-06";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static Receiver receiver;
    private static Wire wire;
    private static String kunming;
    private static String qujing;
    private static String zhaotong;
    private static String honghe;
    private static String officer;
    private static String filer;

    @BeforeAll
    static void start() throws Exception {
        receiver = Receiver.start();
        gateway = GatewayProcess.in(
                folder,
                "-Djianxi.webhooks.hosts=127.0.0.1",
                "-Djianxi.webhooks.first-wait=200ms",
                "-Djianxi.locks.closed-through=2023");
        Files.writeString(gateway.var().resolve("hook.secret"), SECRET + "\n");
        add("kunming", "webhook: {url: '%s', secret: 'file:hook.secret'}".formatted(receiver.url()));
        add("honghe", "active: false");
        var keys = new Keys(gateway.var());
        kunming = keys.sender("kunming", "530100");
        qujing = keys.sender("kunming", "530300");
        zhaotong = keys.sender("zhijian", "530600");
        honghe = keys.sender("honghe", "532500");
        officer = keys.office(Role.OFFICER);
        filer = keys.office(Role.FILER);
        gateway.start();
        wire = new Wire(gateway.url());
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        receiver.close();
    }

    @Test
    void aVerdictIsToldAndCanBeLookedAtAndReplayed() throws Exception {
        var refused = push(kunming, "2023-06", June.of("530100", 0), "Idempotency-Key", "a");
        assertThat(locks(refused)).contains("P-YEAR-CLOSED period");
        var id = Wire.json(refused).path("instance").asString("").replaceAll(".*/", "");

        await().atMost(PATIENCE)
                .until(() -> state(kunming, id).path("state").asString("").equals("delivered"));
        assertThat(receiver.received()).allMatch(one -> one.isSignedWith(SECRET));
        assertThat(receiver.received())
                .anySatisfy(one -> assertThat(one.body()).contains(id, "verdict.rejected", "P-YEAR-CLOSED"));

        var notice = state(kunming, id).path("id").asString("");
        assertThat(replay(qujing, notice).statusCode()).isEqualTo(404);
        assertThat(replay("", notice).statusCode()).isEqualTo(401);
        var before = times(notice);
        assertThat(replay(kunming, notice).statusCode()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> times(notice) > before);

        assertThat(Wire.json(wire.get(DELIVERIES, zhaotong)).path("deliveries").size())
                .isZero();
        assertThat(state(officer, id).path("source").asString("")).isEqualTo("kunming");
        var listed = gateway.command("webhooks", "list", "--json");
        assertThat(listed.code()).as(listed.err()).isZero();
        assertThat(listed.out()).contains(notice);
    }

    @Test
    void everyLockHasItsNameAtTheDoor() throws Exception {
        assertThat(push(honghe, "2024-06", june("532500", "2024-06")).statusCode())
                .isEqualTo(403);
        assertThat(locks(push(honghe, "2024-06", june("532500", "2024-06"))))
                .containsExactly("P-SOURCE-INACTIVE source");
        assertThat(locks(push(qujing, "2024-06", june("530600", "2024-06")))).contains("P-SENDER area");
        assertThat(locks(push(qujing, "2024-05", june("530300", "2024-06")))).contains("P-PERIOD period");
        assertThat(locks(push(qujing, "2999-01", june("530300", "2999-01")))).contains("P-MONTH-NOT-OVER period");
        assertThat(locks(push(qujing, "2022-01", june("530300", "2022-01"))))
                .contains("P-FORM-PERIOD period", "P-YEAR-CLOSED period");

        var late = push(zhaotong, "2024-06", june("530600", "2024-06"), "Idempotency-Key", "one");
        assertThat(late.statusCode()).isEqualTo(201);
        assertThat(locks(late)).containsExactly("P-LATE deadline");
        var reused = push(zhaotong, "2024-06", june("530600", "2024-06", 1), "Idempotency-Key", "one");
        assertThat(reused.statusCode()).isEqualTo(409);
        assertThat(locks(reused)).containsExactly("S-IDEMPOTENCY-KEY idempotency-key");

        approve();
        assertThat(locks(push(zhaotong, "2024-06", june("530600", "2024-06", 2))))
                .containsExactly("P-LATE deadline", "P-AFTER-APPROVAL approved");
        approve();
        assertThat(post("/file", filer, "").statusCode()).isEqualTo(200);
        assertThat(locks(push(zhaotong, "2024-06", june("530600", "2024-06", 3))))
                .containsExactly("P-LATE deadline", "P-AFTER-FILING filed");
    }

    @Test
    void aPingSaysWhetherAddressAndSecretAreRight() throws Exception {
        var pinged = gateway.command("webhooks", "test", "kunming", "--json", "--jianxi.webhooks.hosts=127.0.0.1");
        assertThat(pinged.code()).as(pinged.err()).isZero();
        assertThat(pinged.out()).contains("\"taken\": true", "HTTP 204");
        assertThat(receiver.received())
                .filteredOn(one -> one.body().contains("\"type\":\"ping\""))
                .singleElement()
                .matches(one -> one.isSignedWith(SECRET));

        var unlisted = gateway.command("webhooks", "test", "kunming", "--json");
        assertThat(unlisted.code()).isEqualTo(1);
        assertThat(unlisted.out()).contains("jianxi.webhooks.hosts");
        assertThat(gateway.command("webhooks", "test", "zhijian").code()).isEqualTo(3);
    }

    private static long times(String notice) {
        return receiver.received().stream()
                .filter(one -> one.id().equals(notice))
                .count();
    }

    private static void approve() throws Exception {
        var gaps = Wire.json(wire.get(RETURN + "/pending", officer)).path("gaps");
        assertThat(post("/approve", officer, "{\"acceptGaps\":" + gaps + "}").statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<byte[]> post(String path, String key, String body) throws Exception {
        return wire.send(wire.request(RETURN + path, key, "Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<byte[]> replay(String key, String notice) throws Exception {
        return wire.send(
                wire.request(DELIVERIES + "/" + notice + "/replay", key).POST(BodyPublishers.noBody()));
    }

    /** The notice that tells of this submission, as this caller sees it. */
    private static JsonNode state(String key, String submission) throws Exception {
        return Wire.json(wire.get(DELIVERIES, key))
                .path("deliveries")
                .valueStream()
                .filter(one -> one.toString().contains(submission))
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<byte[]> push(String key, String period, byte[] body, String... headers)
            throws Exception {
        return wire.send(wire.request("/api/v1/submissions?dataset=monthly-return&period=" + period, key, headers)
                .header("Content-Type", MediaType.JSON.contentType())
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** Rule and lock of each finding that names one. */
    private static List<String> locks(HttpResponse<byte[]> answer) {
        return Wire.json(answer)
                .path("findings")
                .valueStream()
                .filter(one -> one.has("lock"))
                .map(one ->
                        one.path("rule").asString("") + " " + one.path("lock").asString(""))
                .toList();
    }

    private static byte[] june(String sender, String period) {
        return june(sender, period, 0);
    }

    private static byte[] june(String sender, String period, int fen) {
        return new String(June.of(sender, fen), StandardCharsets.UTF_8)
                .replace("2023-06", period)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void add(String source, String lines) throws IOException {
        var file = folder.resolve("home/mappings").resolve(source).resolve("source.yaml");
        Files.writeString(file, Files.readString(file) + lines + "\n");
    }
}
