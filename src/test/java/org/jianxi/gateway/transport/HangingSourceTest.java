package org.jianxi.gateway.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.apache.camel.impl.DefaultCamelContext;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.pulling.AllowedAddresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sources by the real template and real routes: one whose server accepts and says nothing, and one that answers. */
class HangingSourceTest {

    private static final Clock CLOCK = new QuickClock(Instant.parse("2023-07-03T01:00:00Z"));

    @TempDir
    Path home;

    private final RecordingReception reception = new RecordingReception();
    private final Pulling pulling = Pulling.with(TestDatabase.fresh(), CLOCK);
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final CountDownLatch release = new CountDownLatch(1);
    private volatile boolean slow;
    private volatile String page = "<a/>";
    private ServerSocket silent;
    private HttpServer good;
    private SourceRegister sources;
    private RouteRegistry registry;

    @BeforeEach
    void bothAreThere() throws Exception {
        for (var file : List.of("schemas/source.schema.json", "routes/templates/https-poll.yaml")) {
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
        source("hangs", silent.getLocalPort(), "", "云");
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
        registry = new RouteRegistry(home, sources, Map.of("pollDoor", door), new LiveRoutes(context, 1));
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
    void aServerThatSaysNothingKeepsNoOtherWaiting() {
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
        var file = home.resolve("mappings").resolve(id).resolve("source.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                source: %s
                title: {zh: %s, en: x}
                senders: [532900]
                door:
                  kind: https-poll
                  url: "http://127.0.0.1:%d/report"
                  timeoutSeconds: 8
                  %s
                schedule: {everySeconds: 1}
                datasets: {monthly-return: {mapping: monthly-return.yaml}}
                contact: 供应商接口岗
                """.formatted(id, title, port, more));
    }
}
