package org.jianxi.gateway.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.apache.camel.impl.DefaultCamelContext;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.intake.AccessFile;
import org.jianxi.gateway.intake.AccessWriter;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.mapping.MappingRegister;
import org.jianxi.gateway.pulling.AllowedAddresses;
import org.jianxi.gateway.pulling.TurnJournal;
import org.jianxi.gateway.signing.Sm3;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.jianxi.gateway.transport.fetch.StoppingNotes;
import org.jianxi.gateway.transport.poll.PageFetch;
import org.jianxi.gateway.transport.poll.PollDoor;
import org.jianxi.gateway.transport.routes.LiveRoutes;
import org.jianxi.gateway.transport.routes.RouteRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sources by the real template and real routes: one whose server accepts and says nothing, and one that answers. */
class HangingSourceTest {

    private static final Duration PROMISED = Duration.ofSeconds(5);
    private static final String TEMPLATE = "routes/templates/https-poll.yaml";
    private static final String MAPPING = "mappings/honghe/monthly-return.yaml";
    private static final Clock CLOCK = new QuickClock(Instant.parse("2023-07-03T01:00:00Z"));

    @TempDir
    Path home;

    private final RecordingReception reception = new RecordingReception();
    private final Pulling pulling = Pulling.with(TestDatabase.fresh(), CLOCK);
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<Socket> lines = new CopyOnWriteArrayList<>();
    private volatile boolean slow;
    private volatile String page = "<a/>";
    private ServerSocket silent;
    private HttpServer good;
    private SourceRegister sources;
    private RouteRegistry registry;

    @BeforeEach
    void bothAreThere() throws Exception {
        for (var file : List.of(
                "schemas/source.schema.json",
                "schemas/mapping.schema.json",
                "schemas/access.schema.json",
                TEMPLATE,
                MAPPING)) {
            Files.createDirectories(home.resolve(file).getParent());
            Files.copy(Path.of(file), home.resolve(file));
        }
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        good = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        good.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        good.createContext("/", exchange -> {
            var body = page.getBytes(StandardCharsets.UTF_8);
            if (slow) {
                hold();
            }
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        good.start();
    }

    /** @param patience how many seconds a turn of the silent one may take */
    private void start(int patience) throws Exception {
        source("hangs", silent.getLocalPort(), "", "云", patience);
        source("works", good.getAddress().getPort(), "", "云");
        sources = SourceRegister.open(home);
        assertThat(sources.problems()).isEmpty();
        var means = new PageFetch.Means(
                new AllowedAddresses(List.of("127.0.0.1"), InetAddress::getAllByName),
                new Secrets(name -> null, home),
                new BodyBudget(64, System::nanoTime),
                CLOCK);
        var door = new PollDoor(sources, pulling.keeper(), pulling.desk(reception), means);
        context.getRegistry().bind("pollDoor", door);
        context.start();
        registry = new RouteRegistry(home, sources, Map.of("pollDoor", door), new LiveRoutes(context));
        registry.open();
        assertThat(registry.problems()).isEmpty();
    }

    @AfterEach
    void closed() throws IOException {
        release.countDown();
        pulling.close();
        silent.close();
        good.stop(0);
        context.close();
    }

    @Test
    void aServerThatSaysNothingKeepsNoOtherWaiting() throws Exception {
        start(8);
        await().atMost(Duration.ofSeconds(5)).until(() -> reception.deliveries.size() == 1);
        page = "<b/>";
        await().atMost(Duration.ofSeconds(5)).until(() -> reception.deliveries.size() == 2);

        assertThat(pulling.failure("hangs")).isEqualTo("never asked");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> pulling.failure("hangs").contains("not done within 8 s"));
        assertThat(pulling.failure("works")).isEmpty();
    }

    /** The title is data the running version carries: what is under way keeps its own, the next turn has the new one. */
    @Test
    void aChangedSourceIsInForceWithinFiveSecondsAndWhatIsUnderWayKeepsItsVersion() throws Exception {
        start(8);
        await().atMost(Duration.ofSeconds(5)).until(() -> reception.deliveries.size() == 1);
        slow = true;
        page = "<old/>";
        Thread.sleep(1_500);
        source("works", good.getAddress().getPort(), "mediaType: csv", "改");
        var changed = System.nanoTime();
        while (!title("works").equals("改")) {
            sources.reread();
            assertThat(System.nanoTime() - changed).isLessThan(5_000_000_000L);
            Thread.sleep(1_000);
        }
        slow = false;
        release.countDown();

        await().atMost(Duration.ofSeconds(5)).until(() -> reception.deliveries.size() >= 2);
        assertThat(reception.deliveries.get(1).mediaType().extension()).isEqualTo("xml");
        page = "a,b";
        await().atMost(Duration.ofSeconds(5)).until(() -> reception.deliveries.size() >= 3);
        assertThat(reception.deliveries.get(2).mediaType().extension()).isEqualTo("csv");
    }

    /** With the looks, and the time between them, that a running gateway has. */
    @Test
    void whileOneHangsMappingsKeysAndTheRoutesOfOthersAreInForceWithinFiveSeconds() throws Exception {
        var mappings = MappingRegister.open(home, ReturnForms.load(Path.of(""), Sm3::of), Sm3::of);
        var key = new AccessWriter(home, new SecureRandom())
                .issue("works-system", new SourceId("works"), List.of(new Sender("532900")));
        var access = AccessFile.open(home, home, Sm3::of);
        start(120);
        var notes = new StoppingNotes(registry, pulling.journal(), Clock.systemUTC());
        Thread.ofVirtual().start(this::acceptAndSayNothing);
        await().atMost(Duration.ofSeconds(20)).until(() -> !lines.isEmpty());
        try (var rereading = new Rereading(
                Duration.ofSeconds(1),
                List.of(sources::reread, mappings::reread, access::reread, registry::reread, notes::write))) {
            rereading.start();
            write(TEMPLATE, Files.readString(home.resolve(TEMPLATE)).replace("Fetch the", "Fetch anew the"));
            inForce(() -> description("works").startsWith("Fetch anew the"));
            inForce(() -> isStopping("hangs"));
            assertThat(description("hangs")).startsWith("Fetch the");

            var before = digest(mappings);
            write(MAPPING, Files.readString(home.resolve(MAPPING)) + "# changed\n");
            inForce(() -> !digest(mappings).equals(before));

            assertThat(access.authenticate(key.secret())).isPresent();
            write("access.yaml", "{keys: [], accounts: []}\n");
            inForce(() -> access.authenticate(key.secret()).isEmpty());

            var works = "mappings/works/source.yaml";
            write(works, Files.readString(home.resolve(works)) + "active: false\n");
            inForce(() -> context.getRoute("works-https-poll") == null);
            assertThat(registry.stopping()).containsExactly(new SourceId("hangs"));

            theTurnUnderWayEnds();
            inForce(() -> description("hangs").startsWith("Fetch anew the") && !isStopping("hangs"));
        }
    }

    private void acceptAndSayNothing() {
        try {
            while (true) {
                lines.add(silent.accept());
            }
        } catch (IOException closed) {
            lines.clear();
        }
    }

    private void theTurnUnderWayEnds() throws IOException {
        for (var line : lines) {
            line.close();
        }
    }

    private static void inForce(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(50)).atMost(PROMISED).until(condition);
    }

    private boolean isStopping(String source) {
        return Optional.ofNullable(pulling.journal().all().get(new SourceId(source)))
                .flatMap(TurnJournal.Entry::stoppingSince)
                .isPresent();
    }

    private String description(String source) {
        var route = context.getRoute(source + "-https-poll");
        return route == null ? "" : route.getDescription();
    }

    private static Digest digest(MappingRegister mappings) {
        return mappings.find(new SourceId("honghe"), "monthly-return.yaml")
                .orElseThrow()
                .digest();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(home.resolve(file), text);
    }

    private String title(String source) {
        return sources.find(new SourceId(source)).orElseThrow().title().zh();
    }

    private void hold() {
        try {
            release.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void source(String id, int port, String more, String title) throws IOException {
        source(id, port, more, title, 8);
    }

    private void source(String id, int port, String more, String title, int timeoutSeconds) throws IOException {
        var file = home.resolve("mappings").resolve(id).resolve("source.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                source: %s
                title: {zh: %s, en: x}
                senders: [532900]
                door:
                  kind: https-poll
                  url: "http://127.0.0.1:%d/report"
                  timeoutSeconds: %d
                  %s
                schedule: {everySeconds: 1}
                datasets: {monthly-return: {mapping: monthly-return.yaml}}
                contact: 供应商接口岗
                """.formatted(id, title, port, timeoutSeconds, more));
    }
}
