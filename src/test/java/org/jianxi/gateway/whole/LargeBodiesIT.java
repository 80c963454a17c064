package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.intake.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is kept first and decided afterwards, as a program on the other side of the network sees it. */
class LargeBodiesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int ABOVE_TWO_MEGABYTES = 2 * 1024 * 1024 + 1;

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static Wire wire;
    private static String kunming;
    private static String qujing;
    private static String yuxi;
    private static String officer;

    @BeforeAll
    static void start() throws Exception {
        gateway = GatewayProcess.in(folder, StopPoint.agent(folder));
        var keys = new Keys(gateway.var());
        kunming = keys.sender("kunming", "530100");
        qujing = keys.sender("kunming", "530300");
        yuxi = keys.sender("kunming", "530400");
        officer = keys.office(Role.OFFICER);
        gateway.start();
        wire = new Wire(gateway.url());
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @Test
    void aLargeBodyIsKeptAndItsVerdictIsWhatTheCallWouldHaveHeard() throws Exception {
        var body = padded(June.of("530100", 0));
        var answer = wire.push(kunming, MediaType.JSON, body, "Idempotency-Key", "large");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(wire.get(location(answer) + "/raw", kunming).body()).isEqualTo(body);
        assertThat(wire.get(location(answer), yuxi).statusCode()).isEqualTo(404);

        var state = awaitVerdict(location(answer), kunming);
        assertThat(state.path("state").asString("")).isEqualTo("accepted");
        assertThat(state.at("/accepted/receipt/submission").asString(""))
                .isEqualTo(state.path("id").asString(""));
        var replay = wire.push(kunming, MediaType.JSON, body, "Idempotency-Key", "large");
        assertThat(replay.statusCode()).isEqualTo(200);
        assertThat(Wire.json(replay)).isEqualTo(state.path("accepted"));
        var other = wire.push(kunming, MediaType.JSON, June.of("530100", 1), "Idempotency-Key", "large");
        assertThat(Problem.rulesOf(other, 409)).containsExactly("S-IDEMPOTENCY-KEY");
    }

    @Test
    void whatMayNotStandHasItsProblemAndItsFindings() throws Exception {
        var wrong = new String(June.of("530400", 0), StandardCharsets.UTF_8).replace("\"8\":410", "\"8\":41");
        var answer = wire.push(
                yuxi, MediaType.JSON, wrong.getBytes(StandardCharsets.UTF_8), "Prefer", "respond-async, wait=1");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Preference-Applied")).contains("respond-async");
        var state = awaitVerdict(location(answer), yuxi);
        assertThat(state.path("state").asString("")).isEqualTo("rejected");
        assertThat(state.at("/problem/status").asInt()).isEqualTo(422);
        assertThat(state.at("/problem/instance").asString("")).isEqualTo(location(answer));
        assertThat(Wire.json(wire.get(location(answer) + "/findings", yuxi)).path("findings"))
                .isEqualTo(state.at("/problem/findings"));
    }

    @Test
    void aGatewayThatIsKilledBeforeTheVerdictGivesItAfterItsNextStart() throws Exception {
        var body = June.of("530300", 0);
        StopPoint.BEFORE_READING.arm(folder);
        var answer = wire.push(qujing, MediaType.JSON, body, "Prefer", "respond-async");
        assertThat(answer.statusCode()).isEqualTo(202);
        StopPoint.BEFORE_READING.awaitReached(folder);
        var working = Wire.json(wire.get(location(answer), qujing));
        assertThat(working.path("state").asString("")).isEqualTo("working");
        assertThat(working.at("/progress/tries").asInt()).isEqualTo(1);
        assertThat(working.has("verdict")).isFalse();
        var again = wire.push(qujing, MediaType.JSON, body, "Prefer", "respond-async");
        assertThat(location(again)).isEqualTo(location(answer));
        for (var part : Stream.of("/receipt", "/findings", "/canonical").toList()) {
            Problem.rulesOf(wire.get(location(answer) + part, qujing), 404);
        }
        StopPoint.BEFORE_READING.disarm(folder);

        gateway.kill();
        gateway.start();

        var state = awaitVerdict(location(answer), officer);
        assertThat(state.path("state").asString("")).isEqualTo("accepted");
        assertThat(state.path("history").size()).isEqualTo(1);
        assertThat(state.path("receivedAt")).isEqualTo(working.path("receivedAt"));
        var receipt = wire.get(location(answer) + "/receipt", qujing, "Accept", "application/json");
        assertThat(Wire.json(receipt)).isEqualTo(state.at("/accepted/receipt"));
        var checked = gateway.command("ledger", "fsck");
        assertThat(checked.code()).as(checked.out() + checked.err()).isZero();
    }

    private static JsonNode awaitVerdict(String location, String key) throws Exception {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var answer = wire.get(location, key);
            assertThat(answer.statusCode()).isEqualTo(200);
            if (Wire.json(answer).has("verdict")) {
                return Wire.json(answer);
            }
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            Thread.sleep(200);
        }
        throw new AssertionError("no verdict at " + location + "\n" + gateway.logTail());
    }

    /** The same return with so many blanks behind it that nobody waits for its verdict. */
    private static byte[] padded(byte[] body) {
        var larger = Arrays.copyOf(body, ABOVE_TWO_MEGABYTES);
        Arrays.fill(larger, body.length, larger.length, (byte) ' ');
        return larger;
    }

    private static String location(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
