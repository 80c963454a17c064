package org.jianxi.gateway.transport.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.flow.Outcome;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.pulling.AllowedAddresses;
import org.jianxi.gateway.transport.Pulling;
import org.jianxi.gateway.transport.QuickClock;
import org.jianxi.gateway.transport.RecordingReception;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server on loopback is asked, as the route asks it. */
class PollDoorTest {

    /** Already July in the office, still June in Greenwich. */
    private static final Clock CLOCK = new QuickClock(Instant.parse("2023-06-30T17:00:00Z"));

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    Path home;

    private final RecordingReception reception = new RecordingReception();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> headersSeen = new ConcurrentHashMap<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private volatile byte[] page = "<a/>".getBytes(StandardCharsets.UTF_8);
    private volatile String etag = "";
    private volatile String retryAfter = "";
    private HttpServer server;
    private Pulling pulling;

    @BeforeEach
    void aServerThatIsAsked() throws IOException {
        Files.createDirectories(home.resolve("schemas"));
        Files.createDirectories(home.resolve("mappings/yunjiu"));
        Files.copy(Path.of("schemas/source.schema.json"), home.resolve("schemas/source.schema.json"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void closed() {
        server.stop(0);
        if (pulling != null) {
            pulling.close();
        }
    }

    @Test
    void whatIsThereIsTakenInOnceForEachSender() throws IOException {
        var door = door("/report?ny={period}&dq={sender}", "");

        door.fetch("yunjiu");
        door.fetch("yunjiu");

        assertThat(asked)
                .containsExactly(
                        "/report?ny=2023-06&dq=532900",
                        "/report?ny=2023-06&dq=533100",
                        "/report?ny=2023-06&dq=532900",
                        "/report?ny=2023-06&dq=533100");
        assertThat(reception.deliveries).hasSize(2);
        var delivery = reception.deliveries.getFirst();
        assertThat(delivery.door()).isEqualTo(Door.HTTPS_POLL);
        assertThat(delivery.sender()).contains(new Sender("532900"));
        assertThat(delivery.period()).contains(Period.of("2023-06"));
        assertThat(delivery.mediaType()).isEqualTo(MediaType.XML);
        assertThat(delivery.content()).asString(StandardCharsets.UTF_8).isEqualTo("<a/>");
    }

    @Test
    void aChangedPageIsANewDelivery() throws IOException {
        var door = door("/report", "");
        door.fetch("yunjiu");
        page = "<b/>".getBytes(StandardCharsets.UTF_8);
        door.fetch("yunjiu");
        page = "<a/>".getBytes(StandardCharsets.UTF_8);
        door.fetch("yunjiu");

        assertThat(reception.deliveries).hasSize(3);
    }

    @Test
    void theServerIsToldWhatWeHave() throws IOException {
        etag = "\"v1\"";
        var door = door("/report", "");

        door.fetch("yunjiu");
        assertThat(headersSeen).doesNotContainKey("If-none-match");
        status.set(304);
        door.fetch("yunjiu");

        assertThat(headersSeen).containsEntry("If-none-match", "\"v1\"");
        assertThat(reception.deliveries).hasSize(1);
    }

    @Test
    void whatWasNotDecidedIsOfferedAgain() throws IOException {
        reception.answer = new Outcome.Unfinished("the database is away");
        var door = door("/report", "");

        door.fetch("yunjiu");
        door.fetch("yunjiu");

        assertThat(reception.deliveries).hasSize(2);
    }

    @Test
    void theCredentialComesFromWhereTheSourceSaysItLies() throws IOException {
        Files.createDirectories(home.resolve("var"));
        Files.writeString(home.resolve("var/yunjiu.key"), "s3cret\n");

        door("/report", "authorization: {scheme: api-key, header: X-App-Key, secret: 'file:yunjiu.key'}")
                .fetch("yunjiu");
        assertThat(headersSeen).containsEntry("X-app-key", "s3cret");

        pulling.close();
        door("/report", "authorization: {scheme: basic, secret: 'env:YUNJIU'}").fetch("yunjiu");
        assertThat(headersSeen).containsEntry("Authorization", "Basic dTpw");
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        status.set(302);

        door("/report", "").fetch("yunjiu");

        assertThat(asked).containsExactly("/report");
        assertThat(reception.deliveries).isEmpty();
    }

    @Test
    void anAnswerAboveTheLimitIsNotTakenIn() throws IOException {
        page = new byte[1024 * 1024 + 1];

        door("/report", "").fetch("yunjiu");

        assertThat(reception.deliveries).isEmpty();
    }

    @Test
    void aServerThatNeverEndsIsLeft() throws IOException {
        status.set(-1);

        door("/report", "timeoutSeconds: 1").fetch("yunjiu");

        assertThat(reception.deliveries).isEmpty();
    }

    @Test
    void ourOwnMachineIsNotAskedUnlessTheOperatorSaysSo() throws IOException {
        door("/report", "", List.of("8.8.8.8")).fetch("yunjiu");

        assertThat(asked).isEmpty();
        assertThat(pulling.failure("yunjiu")).contains("not public and not listed in jianxi.transport.poll-hosts");
    }

    @Test
    void whatWasTakenIsNotTakenAgainAfterARestart() throws IOException {
        door("/report", "").fetch("yunjiu");
        pulling.close();
        door("/report", "").fetch("yunjiu");

        assertThat(asked).hasSize(2);
        assertThat(reception.deliveries).hasSize(1);
    }

    @Test
    void aSourceThatIsNotActiveIsNotAsked() throws IOException {
        door("/report", "").fetch("yunjiu");
        Files.writeString(
                home.resolve("mappings/yunjiu/source.yaml"),
                Files.readString(home.resolve("mappings/yunjiu/source.yaml")) + "active: false\n");

        new PollDoor(SourceRegister.open(home), pulling.keeper(), pulling.desk(reception), means(List.of("127.0.0.1")))
                .fetch("yunjiu");

        assertThat(asked).hasSize(1);
    }

    @Test
    void aServerThatAsksForRestIsLeftAlone() throws IOException {
        status.set(503);
        retryAfter = "7200";
        door("/report", "").fetch("yunjiu");
        var source = SourceRegister.open(home).find(new SourceId("yunjiu")).orElseThrow();

        assertThat(pulling.turns().next(source).orElseThrow()).isAfter(Instant.parse("2023-06-30T19:00:00Z"));
        assertThat(pulling.failure("yunjiu")).isEqualTo("it answered 503");
    }

    @Test
    void theExchangePlatformsFourHeadersAreSigned() throws IOException {
        Files.createDirectories(home.resolve("var"));
        Files.writeString(home.resolve("var/exchange.key"), "shared-key\n");

        door("/report", "authorization: {scheme: exchange, rid: r-1@yn, sid: s_53_2023, secret: 'file:exchange.key'}")
                .fetch("yunjiu");

        assertThat(headersSeen).containsEntry("Gjgxjhpt_rid", "r-1@yn").containsEntry("Gjgxjhpt_sid", "s_53_2023");
        var moment = headersSeen.get("Gjgxjhpt_rtime");
        assertThat(moment).matches("1688[0-9]{9}");
        assertThat(headersSeen.get("Gjgxjhpt_sign")).isEqualTo(hmac("shared-key", "s_53_2023" + "r-1@yn" + moment));
    }

    private static String hmac(String key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private PollDoor door(String path, String more) throws IOException {
        return door(path, more, List.of("127.0.0.1"));
    }

    private PollDoor door(String path, String more, List<String> listed) throws IOException {
        source(path, more);
        pulling = Pulling.with(DATABASE, CLOCK);
        return new PollDoor(SourceRegister.open(home), pulling.keeper(), pulling.desk(reception), means(listed));
    }

    private PageFetch.Means means(List<String> listed) {
        var secrets = new Secrets(name -> name.equals("YUNJIU") ? "u:p" : null, home.resolve("var"));
        return new PageFetch.Means(
                new AllowedAddresses(listed, InetAddress::getAllByName),
                secrets,
                new BodyBudget(64, System::nanoTime),
                CLOCK);
    }

    private void source(String path, String more) throws IOException {
        Files.writeString(home.resolve("mappings/yunjiu/source.yaml"), """
                source: yunjiu
                title: {zh: 云就业, en: Yunjiu}
                senders: [532900, 533100]
                door:
                  kind: https-poll
                  url: "http://127.0.0.1:%d%s"
                  %s
                schedule: {everySeconds: 1}
                datasets: {monthly-return: {mapping: monthly-return.yaml}}
                limits: {bodyMegabytes: 1}
                contact: 供应商接口岗
                """.formatted(
                        server.getAddress().getPort(), path, more));
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        exchange.getRequestHeaders().forEach((name, values) -> headersSeen.put(name, values.getFirst()));
        exchange.getResponseHeaders().set("Content-Type", "application/xml; charset=utf-8");
        if (!etag.isEmpty()) {
            exchange.getResponseHeaders().set("ETag", etag);
        }
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        if (status.get() < 0) {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write('<');
            exchange.getResponseBody().flush();
            return;
        }
        exchange.sendResponseHeaders(status.get(), status.get() == 200 ? page.length : -1);
        if (status.get() == 200) {
            exchange.getResponseBody().write(page);
        }
        exchange.close();
    }
}
