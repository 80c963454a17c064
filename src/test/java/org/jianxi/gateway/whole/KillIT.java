package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.intake.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * {@code kill -9} between any two steps: what was acknowledged is there once, what was not can be sent again and counts once.
 *
 * <p>At each point a sender of its own stands still, several at one time, and the gateway dies under all of them. Whoever has
 * made a ledger entry and not committed keeps the others from making theirs, so of those there is one in a round.
 */
class KillIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String UPLOADER = "532500";
    private static final List<String> KUNMING = List.of("530100", "530300", "530400");
    private static final List<String> HONGHE = List.of("532300", "532600");
    private static final List<String> OFFICIAL = List.of("530900", "533300", "533400");
    private static final List<String> SENDERS =
            Stream.of(KUNMING, HONGHE, OFFICIAL).flatMap(List::stream).toList();

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static Wire wire;
    private static SftpSender uploader;
    private static String officer;
    private static final Map<String, String> KEYS = new TreeMap<>();
    private static int fen;
    private static int uploads;

    /** What a sender holds in its hands after an answer, and what it sent then without hearing of it. */
    private record Interrupted(
            String sender,
            HttpResponse<byte[]> before,
            byte[] body,
            CompletableFuture<HttpResponse<byte[]>> unanswered) {

        String idBefore() {
            return Wire.json(before).path("id").asString("");
        }
    }

    @BeforeAll
    static void start() throws Exception {
        gateway = GatewayProcess.in(folder, StopPoint.agent(folder));
        var keys = new Keys(gateway.var());
        issue(keys, "kunming", KUNMING);
        issue(keys, "honghe", HONGHE);
        issue(keys, "official", OFFICIAL);
        officer = keys.office(Role.OFFICER);
        var password = keys.login("honghe-" + UPLOADER, "honghe", UPLOADER);
        gateway.start();
        wire = new Wire(gateway.url());
        uploader = new SftpSender(gateway.sftpPort(), "honghe-" + UPLOADER, password);
    }

    private static void issue(Keys keys, String source, List<String> senders) {
        senders.forEach(sender -> KEYS.put(sender, keys.sender(source, sender)));
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    static Stream<List<StopPoint>> rounds() {
        return Stream.of(
                List.of(
                        StopPoint.BEFORE_THE_FILED_RECEIPT,
                        StopPoint.BEFORE_THE_ANSWER,
                        StopPoint.BEFORE_READING,
                        StopPoint.BEFORE_THE_BODY,
                        StopPoint.BEFORE_THE_ROW,
                        StopPoint.BEFORE_THE_LEAVES,
                        StopPoint.BEFORE_THE_LEDGER_ENTRY,
                        StopPoint.BEFORE_THE_RECEIPT),
                List.of(StopPoint.BEFORE_THE_FILE_IS_MOVED, StopPoint.BEFORE_THE_AUDIT),
                List.of(StopPoint.BEFORE_THE_COMMIT));
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void whatWasAcknowledgedIsThereOnceAndTheRestCanBeSentAgain(List<StopPoint> points) throws Exception {
        var senders = SENDERS.iterator();
        var before = new EnumMap<StopPoint, HttpResponse<byte[]>>(StopPoint.class);
        var pushes = new EnumMap<StopPoint, Interrupted>(StopPoint.class);
        var chosen = new EnumMap<StopPoint, String>(StopPoint.class);
        for (var point : points) {
            if (point.isOfAPush()) {
                chosen.put(point, senders.next());
                before.put(point, push(chosen.get(point), June.of(chosen.get(point), fen++), 201));
            }
        }
        for (var point : points) {
            point.arm(folder);
            if (point.isOfAPush()) {
                var body = June.of(chosen.get(point), fen++);
                var later = wire.pushLater(KEYS.get(chosen.get(point)), MediaType.JSON, body);
                pushes.put(point, new Interrupted(chosen.get(point), before.get(point), body, later));
            } else {
                uploader.leave(Map.of(nextUpload(), June.of(UPLOADER, fen++)));
            }
            point.awaitReached(folder);
            point.disarm(folder);
        }
        gateway.kill();
        gateway.start();
        for (var point : points) {
            if (point.isOfAPush()) {
                pushedAgainItCountsOnce(pushes.get(point), point.isCommitted());
            } else {
                theUploadGetsItsReceiptAndCountsOnce();
            }
        }
        var checked = gateway.command("ledger", "fsck");
        assertThat(checked.code()).as(checked.out() + checked.err()).isZero();
    }

    private static void pushedAgainItCountsOnce(Interrupted one, boolean committed) throws Exception {
        assertThat(one.unanswered()).failsWithin(PATIENCE);
        var revision = Wire.json(one.before()).path("revision").asInt();
        var accepted = accepted(state(one.idBefore()));
        assertThat(accepted).hasSize(revision + (committed ? 1 : 0)).contains(one.idBefore());
        assertThat(receipt(one.idBefore())).isEqualTo(Wire.json(one.before()).path("receipt"));

        var answer = push(one.sender(), one.body(), committed ? 200 : 201);

        var id = Wire.json(answer).path("id").asString("");
        assertThat(accepted(state(id)))
                .hasSize(revision + 1)
                .doesNotHaveDuplicates()
                .endsWith(id);
        assertThat(receipt(id)).isEqualTo(Wire.json(answer).path("receipt"));
        assertThat(standing(one.sender()).path("submission").asString("")).isEqualTo(id);
        assertThat(standing(one.sender()).path("revision").asInt()).isEqualTo(revision + 1);
        assertThat(push(one.sender(), one.body(), 200).body()).isEqualTo(answer.body());
    }

    private static void theUploadGetsItsReceiptAndCountsOnce() throws Exception {
        var name = uploads + ".json";
        var receipt = Wire.json(awaitReceipt(name));
        assertThat(accepted(state(receipt.path("id").asString("")))).hasSize(uploads);
        assertThat(receipt.path("revision").asInt()).isEqualTo(uploads);
        assertThat(uploader.names(".")).doesNotContain(name);
    }

    private static String nextUpload() {
        uploads++;
        return uploads + ".json";
    }

    private static HttpResponse<byte[]> push(String sender, byte[] body, int status) throws Exception {
        var answer = wire.push(KEYS.get(sender), MediaType.JSON, body);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(status);
        return answer;
    }

    private static JsonNode state(String id) throws Exception {
        return Wire.json(wire.get("/api/v1/submissions/" + id, officer));
    }

    private static JsonNode receipt(String id) throws Exception {
        return Wire.json(wire.get("/api/v1/submissions/" + id + "/receipt", officer, "Accept", "application/json"));
    }

    private static List<String> accepted(JsonNode state) {
        return state.path("history")
                .valueStream()
                .filter((JsonNode step) -> step.path("verdict").asString("").equals("accepted"))
                .map((JsonNode step) -> step.path("id").asString(""))
                .toList();
    }

    private static JsonNode standing(String sender) throws Exception {
        return Wire.json(wire.get("/api/v1/windows/2023-06", officer))
                .path("senders")
                .valueStream()
                .filter((JsonNode one) -> one.path("sender").asString("").equals(sender))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] awaitReceipt(String name) throws IOException, InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            if (uploader.outbox().contains(name + ".receipt.json")
                    && !uploader.names(".").contains(name)) {
                return uploader.fetch(name + ".receipt.json");
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no receipt for " + name + " in " + uploader.outbox() + "\n" + gateway.logTail());
    }
}
