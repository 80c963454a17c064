package org.jianxi.gateway.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.flow.Deferred;
import org.jianxi.gateway.flow.Outcome;
import org.jianxi.gateway.flow.Trial;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.transport.RecordingBacklog;
import org.jianxi.gateway.transport.RecordingReception;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.jianxi.gateway.transport.routes.DoorBeans;
import org.jianxi.gateway.transport.routes.LiveRoutes;
import org.jianxi.gateway.transport.routes.RouteRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real route behind a real servlet container, called over a real socket; only the flow behind it is a stand-in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushDoorTest {

    private static final Instant NOW = Instant.parse("2023-07-03T01:02:03Z");
    private static final String KUNMING = "kunming-key";
    private static final Map<String, Caller> KEYS = Map.of(
            KUNMING,
            new Caller(
                    "昆明市平台", Set.of(Role.SENDER), Optional.of(new SourceId("kunming")), Set.of(new Sender("530100"))),
            "officer-key",
            new Caller("省就业局经办", Set.of(Role.OFFICER), Optional.empty(), Set.of()));

    private final HttpClient client = HttpClient.newHttpClient();
    private final RecordingReception reception = new RecordingReception();
    private final RecordingBacklog backlog = new RecordingBacklog();
    private final List<Map<String, Object>> headersSeen = new CopyOnWriteArrayList<>();
    private DefaultCamelContext context;
    private Tomcat tomcat;
    private int port;

    @BeforeAll
    void theDoorIsOpen(@TempDir Path home) throws Exception {
        Files.createDirectories(home.resolve("schemas"));
        Files.createDirectories(home.resolve("routes"));
        Files.createDirectories(home.resolve("mappings/kunming"));
        Files.copy(Path.of("schemas/source.schema.json"), home.resolve("schemas/source.schema.json"));
        Files.copy(Path.of("routes/sender-push.camel.yaml"), home.resolve("routes/sender-push.camel.yaml"));
        Files.writeString(home.resolve("mappings/kunming/source.yaml"), """
                source: kunming
                title: {zh: 昆明市平台, en: Kunming}
                senders: [530100]
                door: {kind: http-push}
                datasets: {monthly-return: {mapping: monthly-return.yaml}}
                limits: {bodyMegabytes: 2}
                contact: 系统管理员
                """);
        tomcat = new Tomcat();
        tomcat.setBaseDir(home.resolve("tomcat").toString());
        tomcat.setPort(0);
        Context web = tomcat.addContext("", null);
        Tomcat.addServlet(web, PushServlet.NAME, new PushServlet()).setLoadOnStartup(1);
        web.addServletMappingDecoded(PushAnswers.PATH, PushServlet.NAME);
        tomcat.start();
        port = tomcat.getConnector().getLocalPort();

        var sources = SourceRegister.open(home);
        var door = new PushDoor(
                new CallerDesk(key -> Optional.ofNullable(KEYS.get(key)), sources, reception),
                new BodyBudget(64, System::nanoTime),
                new LargeBodies(backlog, 1024 * 1024),
                Clock.fixed(NOW, ZoneOffset.UTC));
        var beans = new DoorBeans(Map.of("pushBinding", new PushBinding(), "headerGuard", new Spy(), "pushDoor", door));
        context = new DefaultCamelContext();
        beans.bindTo(context);
        context.start();
        new RouteRegistry(home, sources, beans.byName(), new LiveRoutes(context)).open();
    }

    @AfterAll
    void closed() throws Exception {
        context.stop();
        tomcat.stop();
        tomcat.destroy();
    }

    @BeforeEach
    void nothingArrivedYet() {
        reception.deliveries.clear();
        reception.tried.clear();
        backlog.forget();
        reception.answer = RecordingReception.ACCEPTED;
        headersSeen.clear();
    }

    @Test
    void anAcceptedReturnIsAnsweredWithItsReceipt() throws Exception {
        var answer = send(push("{}").header("Idempotency-Key", "k-1").header("Signature-CMS", "AQID"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/submissions/s-1");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("Idempotent-Replay")).isEmpty();
        assertThat(answer.body())
                .isEqualTo("{\"id\":\"s-1\",\"verdict\":\"accepted\",\"sender\":\"530100\",\"period\":\"2023-06\","
                        + "\"revision\":1,\"receipt\":{\"period\":\"2023-06\",\"revision\":1,\"sender\":\"530100\"},"
                        + "\"signature\":\"AQID\",\"findings\":[]}");
        var delivery = reception.deliveries.getFirst();
        assertThat(delivery.source()).isEqualTo(new SourceId("kunming"));
        assertThat(delivery.sender()).contains(new Sender("530100"));
        assertThat(delivery.door()).isEqualTo(Door.HTTP_PUSH);
        assertThat(delivery.dataset()).isEqualTo("monthly-return");
        assertThat(delivery.period()).contains(Period.of("2023-06"));
        assertThat(delivery.mediaType()).isEqualTo(MediaType.JSON);
        assertThat(delivery.fileName()).isEmpty();
        assertThat(delivery.content()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
        assertThat(delivery.signature().orElseThrow()).containsExactly(1, 2, 3);
        assertThat(delivery.idempotencyKey()).contains("k-1");
        assertThat(delivery.receivedAt()).isEqualTo(NOW);
    }

    @Test
    void aReplayHasTheSameBytesAndSaysSo() throws Exception {
        var first = send(push("{}"));
        var accepted = RecordingReception.ACCEPTED;
        reception.answer = new Outcome.Accepted(accepted.submissionId(), accepted.receipt(), List.of(), true);

        var replay = send(push("{}"));

        assertThat(replay.statusCode()).isEqualTo(200);
        assertThat(replay.headers().firstValue("Idempotent-Replay")).contains("true");
        assertThat(replay.body()).isEqualTo(first.body());
    }

    @Test
    void aRejectedReturnComesBackWithEveryFinding() throws Exception {
        reception.answer =
                new Outcome.Returned("s-2", Outcome.Refusal.CONTENT, List.of(finding("L-8"), finding("L-9")));

        var answer = send(push("{}"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.propertyNames())
                .containsExactly("type", "title", "status", "detail", "instance", "findings");
        assertThat(problem.path("instance").asString()).isEqualTo("/api/v1/submissions/s-2");
        assertThat(problem.path("findings"))
                .extracting(node -> node.path("rule").asString())
                .containsExactly("L-8", "L-9");
    }

    @Test
    void theOtherEndingsHaveTheirOwnStatus() throws Exception {
        reception.answer = new Outcome.Returned("s-3", Outcome.Refusal.NOT_YOURS, List.of());
        assertThat(send(push("{}")).statusCode()).isEqualTo(403);

        reception.answer = new Outcome.Returned("s-3", Outcome.Refusal.KEY_REUSED, List.of());
        assertThat(send(push("{}")).statusCode()).isEqualTo(409);

        reception.answer = new Outcome.Unfinished("the signing key is away");
        var answer = send(push("{}"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).doesNotContain("signing key");
    }

    @Test
    void aDryRunStoresNothing() throws Exception {
        var answer = send(request("?dataset=monthly-return&period=2023-06&dryRun=true", "{}"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"verdict\":\"accepted\",\"dryRun\":true,\"findings\":[]}");
        assertThat(reception.deliveries).isEmpty();
        assertThat(reception.tried).hasSize(1);

        reception.trial = new Trial(Optional.of(Outcome.Refusal.CONTENT), List.of(finding("L-8")));
        assertThat(send(request("?dataset=monthly-return&period=2023-06&dryRun=true", "{}"))
                        .statusCode())
                .isEqualTo(422);
        reception.trial = new Trial(Optional.empty(), List.of());
    }

    @Test
    void withoutAnIssuedKeyNothingIsRead() throws Exception {
        var answer = send(HttpRequest.newBuilder(uri("?dataset=monthly-return&period=2023-06"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer guessed")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(problemOf(answer).path("type").asString()).isEqualTo("urn:jianxi:problem:unauthorized");
        assertThat(reception.deliveries).isEmpty();
    }

    @Test
    void anOfficersKeyDoesNotDeliver() throws Exception {
        assertThat(send(request("?dataset=monthly-return&period=2023-06", "{}")
                                .setHeader("Authorization", "Bearer officer-key"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void parametersAreAllThereAndNoOthers() throws Exception {
        for (var query : List.of(
                "",
                "?dataset=monthly-return",
                "?period=2023-06",
                "?dataset=monthly-return&period=2023-13",
                "?dataset=monthly-return&period=2023-06&period=2023-07",
                "?dataset=monthly-return&period=2023-06&dryRun=1",
                "?dataset=rosters&period=2023-06",
                "?dataset=monthly-return&period=2023-06%00",
                "?dataset=monthly-return&period=2023-06&CamelHttpResponseCode=200")) {
            assertThat(send(request(query, "{}")).statusCode()).as(query).isEqualTo(400);
        }
        assertThat(reception.deliveries).isEmpty();
    }

    @Test
    void otherKindsOfContentAreNotRead() throws Exception {
        assertThat(send(push("x").setHeader("Content-Type", "text/plain")).statusCode())
                .isEqualTo(415);
        assertThat(send(push("x").header("Content-Encoding", "gzip")).statusCode())
                .isEqualTo(415);
        assertThat(send(push("x").setHeader("Content-Type", "application/x-java-serialized-object"))
                        .statusCode())
                .isEqualTo(415);
        assertThat(send(push("a=b").setHeader("Content-Type", "application/x-www-form-urlencoded"))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void onlyPostIsHeard() throws Exception {
        var answer = send(HttpRequest.newBuilder(uri("")).GET());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void aBodyOfExactlyTheLimitIsTaken() throws Exception {
        assertThat(send(push("x".repeat(2 * 1024 * 1024))).statusCode()).isEqualTo(202);
        assertThat(send(push("x".repeat(2 * 1024 * 1024 + 1))).statusCode()).isEqualTo(413);
    }

    @Test
    void aBodyThatNoReturnReachesIsKeptAndAnsweredWithItsAddress() throws Exception {
        assertThat(send(push("x".repeat(1024 * 1024))).statusCode()).isEqualTo(201);
        var answer = send(push("x".repeat(1024 * 1024 + 1)).header("Idempotency-Key", "k-2"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/submissions/w-1");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.headers().firstValue("Preference-Applied")).isEmpty();
        var body = JsonMapper.shared().readTree(answer.body());
        assertThat(body.propertyNames()).containsExactly("id", "state", "receivedAt", "digest", "size");
        assertThat(body.path("state").asString()).isEqualTo("received");
        assertThat(body.path("size").asInt()).isEqualTo(1024 * 1024 + 1);
        assertThat(reception.deliveries).hasSize(1);
        assertThat(backlog.kept).hasSize(1);
        assertThat(backlog.holders).containsExactly("昆明市平台");
        assertThat(backlog.kept.getFirst().idempotencyKey()).contains("k-2");
    }

    @Test
    void whoeverAsksNotToWaitDoesNotWait() throws Exception {
        for (var prefer : List.of("respond-async", "Respond-Async, wait=10", "wait=10,respond-async;x=y")) {
            var answer = send(push("{}").header("Prefer", prefer));

            assertThat(answer.statusCode()).as(prefer).isEqualTo(202);
            assertThat(answer.headers().firstValue("Preference-Applied")).contains("respond-async");
        }
        for (var prefer : List.of("respond-sync", "wait=10", "x=\"respond-async\"")) {
            assertThat(send(push("{}").header("Prefer", prefer)).statusCode())
                    .as(prefer)
                    .isEqualTo(201);
        }
        assertThat(backlog.kept).hasSize(3);
    }

    @Test
    void whatIsOnlyTriedAndWhatCannotBeKeptIsAnsweredAtOnce() throws Exception {
        var trial = request("?dataset=monthly-return&period=2023-06&dryRun=true", "x".repeat(1024 * 1024 + 1));
        assertThat(send(trial.header("Prefer", "respond-async")).statusCode()).isEqualTo(200);

        backlog.takes = false;
        assertThat(send(push("{}").header("Prefer", "respond-async")).statusCode())
                .isEqualTo(201);
        assertThat(backlog.kept).isEmpty();
    }

    @Test
    void whatStandsAlreadyIsAnsweredWithItsReceipt() throws Exception {
        var accepted = RecordingReception.ACCEPTED;
        backlog.answer = Optional.of(new Deferred.Answered(
                new Outcome.Accepted(accepted.submissionId(), accepted.receipt(), List.of(), true)));

        var answer = send(push("{}").header("Prefer", "respond-async"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Idempotent-Replay")).contains("true");
    }

    @Test
    void fiveGigabytesInChunksAreRefusedAtTheLimit() throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            out.write(("POST " + PushAnswers.PATH + "?dataset=monthly-return&period=2023-06 HTTP/1.1\r\nHost: x\r\n"
                            + "Authorization: Bearer " + KUNMING + "\r\nContent-Type: application/json\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var sent = flood(out, 5L * 1024 * 1024 * 1024);

            assertThat(sent).isLessThan(64L * 1024 * 1024);
            assertThat(firstLine(socket.getInputStream())).contains(" 413");
        }
        assertThat(reception.deliveries).isEmpty();
    }

    @Test
    void headersThatSteerCamelGoNoFurtherThanTheDoor() throws Exception {
        var request = push("{}");
        for (var name : List.of(
                "CamelHttpUri",
                "camelhttpuri",
                "CAMELFILENAME",
                "Long-Running-Action",
                "operationName",
                "breadcrumbId",
                "mail.smtp.host",
                "CamelJmsDestinationName",
                "org.apache.camel.foo",
                "x-forwarded-for",
                "dataset")) {
            request.header(name, "evil");
        }

        assertThat(send(request).statusCode()).isEqualTo(201);

        var allowed = new TreeMap<String, Object>(String.CASE_INSENSITIVE_ORDER);
        allowed.putAll(headersSeen.getFirst());
        allowed.keySet().removeAll(AllowListedHeaders.INWARDS);
        assertThat(allowed).isEmpty();
        assertThat(reception.deliveries.getFirst().dataset()).isEqualTo("monthly-return");
    }

    @Test
    void whatFailsWithUsIsNotTold() throws Exception {
        reception.answer = null;
        var answer = send(push("{}"));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .doesNotContain("Exception")
                .doesNotContain("jianxi.gateway")
                .doesNotContain("null");
        assertThat(problemOf(answer).path("status").asInt()).isEqualTo(500);
    }

    private HttpRequest.Builder push(String body) {
        return request("?dataset=monthly-return&period=2023-06", body);
    }

    private HttpRequest.Builder request(String query, String body) {
        return HttpRequest.newBuilder(uri(query))
                .header("Authorization", "Bearer " + KUNMING)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private URI uri(String query) {
        return URI.create("http://127.0.0.1:" + port + PushAnswers.PATH + query);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode problemOf(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static Finding finding(String rule) {
        return Finding.error(rule, Place.WHOLE, new Bilingual("差3", "short by 3"), "附件");
    }

    /** Sends until the other side has had enough; gives the bytes it got rid of. */
    private static long flood(java.io.OutputStream out, long most) {
        var piece = new byte[64 * 1024];
        var sent = 0L;
        try {
            while (sent < most) {
                out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(piece);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                sent += piece.length;
            }
        } catch (IOException closedOnUs) {
            return sent;
        }
        return sent;
    }

    private static String firstLine(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next >= 0 && next != '\r'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    /** The guard, and after it a look at what is left. */
    public final class Spy {
        private final HeaderGuard guard = new HeaderGuard();

        public void keepOurs(Exchange exchange) {
            guard.keepOurs(exchange);
            headersSeen.add(new TreeMap<>(exchange.getMessage().getHeaders()));
        }
    }
}
