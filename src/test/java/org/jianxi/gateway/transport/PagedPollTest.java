package org.jianxi.gateway.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.pulling.AllowedAddresses;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.jianxi.gateway.transport.poll.PageFetch;
import org.jianxi.gateway.transport.poll.PollDoor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server on loopback that answers page by page, and badly. */
class PagedPollTest {

    private static final Clock CLOCK = new QuickClock(Instant.parse("2023-07-03T01:00:00Z"));
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    Path home;

    private final RecordingReception reception = new RecordingReception();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger lookUps = new AtomicInteger();
    private final Pulling pulling = Pulling.with(DATABASE, CLOCK);
    private Function<HttpExchange, String> answers = exchange -> "{}";
    private HttpServer server;

    @BeforeEach
    void aServerThatIsAsked() throws IOException {
        Files.createDirectories(home.resolve("schemas"));
        Files.createDirectories(home.resolve("mappings/yunjiu"));
        Files.copy(Path.of("schemas/source.schema.json"), home.resolve("schemas/source.schema.json"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            var body = answers.apply(exchange).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void closed() {
        server.stop(0);
        pulling.close();
    }

    @Test
    void numberedPagesAreOneDeliveryWithAllItemsInOrder() throws IOException {
        answers = exchange -> switch (exchange.getRequestURI().getQuery()) {
            case "m=2023-06&rows=2&pageNo=1" -> "{\"total\": 3, \"list\": [{\"n\": 1.10}, {\"n\": 2}]}";
            case "m=2023-06&rows=2&pageNo=2" -> "{\"total\": 3, \"list\": [{\"n\": 3}]}";
            default -> throw new AssertionError(exchange.getRequestURI());
        };

        fetch("{by: number, parameter: pageNo, size: {parameter: rows, items: 2}, items: /list}");
        fetch("{by: number, parameter: pageNo, size: {parameter: rows, items: 2}, items: /list}");

        assertThat(contents()).containsExactly("{\"total\":3,\"list\":[{\"n\":1.10},{\"n\":2},{\"n\":3}]}");
    }

    @Test
    void aLinkInTheHeaderLeadsToTheNextPage() throws IOException {
        answers = exchange -> {
            if ("m=2023-06".equals(exchange.getRequestURI().getQuery())) {
                exchange.getResponseHeaders()
                        .set("Link", "</report?m=1&p=0>; rel=\"prev\", </report?p=2,3>; title=\"x\"; rel=\"next\"");
                return "[1]";
            }
            return "[2]";
        };

        fetch("{by: link, deliver: each}");

        assertThat(asked).containsExactly("/report?m=2023-06", "/report?p=2,3");
        assertThat(contents()).containsExactly("[1]", "[2]");
    }

    @Test
    void aCursorIsHandedBackAsItIs() throws IOException {
        answers = exchange -> exchange.getRequestURI().getRawQuery().contains("cursor=")
                ? "{\"next\": null, \"rows\": [2]}"
                : "{\"next\": \"a b&c=/+\", \"rows\": [1]}";

        fetch("{by: cursor, parameter: cursor, next: /next, items: /rows}");

        assertThat(asked).containsExactly("/report?m=2023-06", "/report?m=2023-06&cursor=a+b%26c%3D%2F%2B");
        assertThat(contents()).containsExactly("{\"next\":\"a b&c=/+\",\"rows\":[1,2]}");
    }

    @Test
    void aNextPageOnAnotherServerIsNotAskedFor() throws IOException {
        answers = exchange -> "{\"next\": \"http://127.0.0.1:1/steal\", \"rows\": [1]}";

        fetch("{by: link, next: /next, items: /rows}");

        assertThat(asked).hasSize(1);
        assertThat(reception.deliveries).isEmpty();
        assertThat(pulling.failure("yunjiu")).isEqualTo("it names another server for its next page");
    }

    @Test
    void aServerWhosePagesDoNotEndHasFailedAndNothingIsTakenIn() throws IOException {
        answers = exchange -> "{\"rows\": [1, 2]}";

        fetch("{by: number, items: /rows, mostPages: 5}");

        assertThat(asked).hasSize(5);
        assertThat(reception.deliveries).isEmpty();
        assertThat(pulling.failure("yunjiu")).isEqualTo("it has more than 5 pages");
    }

    @Test
    void allPagesTogetherKeepToTheLimit() throws IOException {
        answers = exchange -> "{\"rows\": [\"" + "x".repeat(400_000) + "\"]}";

        fetch("{by: number, items: /rows}");

        assertThat(asked).hasSize(3);
        assertThat(reception.deliveries).isEmpty();
        assertThat(pulling.failure("yunjiu")).contains("exceeds 1048576 bytes");
    }

    /** A name server that answers with a forbidden address the second time changes nothing: it is asked once a turn. */
    @Test
    void aNameThatMovesBetweenLookUpsLeadsNowhereElse() throws IOException {
        answers = exchange ->
                exchange.getRequestURI().getQuery().endsWith("page=2") ? "{\"rows\": []}" : "{\"rows\": [1]}";
        var first = new AllowedAddresses(List.of("127.0.0.1"), host -> {
            var address = lookUps.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.2";
            return new InetAddress[] {InetAddress.getByName(address)};
        });

        fetch("{by: number, items: /rows}", "localhost", first);
        assertThat(lookUps).hasValue(1);
        assertThat(asked).hasSize(2);

        fetch("{by: number, items: /rows}", "localhost", first);
        assertThat(asked).hasSize(2);
        assertThat(pulling.failure("yunjiu")).contains("not public");
    }

    private List<String> contents() {
        return reception.deliveries.stream()
                .map(delivery -> new String(delivery.content(), StandardCharsets.UTF_8))
                .toList();
    }

    private void fetch(String paging) throws IOException {
        fetch(paging, "127.0.0.1", new AllowedAddresses(List.of("127.0.0.1"), InetAddress::getAllByName));
    }

    private void fetch(String paging, String host, AllowedAddresses addresses) throws IOException {
        Files.writeString(home.resolve("mappings/yunjiu/source.yaml"), """
                source: yunjiu
                title: {zh: 云就业, en: Yunjiu}
                senders: [532900]
                door:
                  kind: https-poll
                  url: "http://%s:%d/report?m={period}"
                  paging: %s
                schedule: {everySeconds: 1}
                datasets: {monthly-return: {mapping: monthly-return.yaml}}
                limits: {bodyMegabytes: 1}
                contact: 供应商接口岗
                """.formatted(
                        host, server.getAddress().getPort(), paging));
        var means = new PageFetch.Means(
                addresses, new Secrets(name -> null, home), new BodyBudget(64, System::nanoTime), CLOCK);
        var sources = SourceRegister.open(home);
        assertThat(sources.problems()).isEmpty();
        new PollDoor(sources, pulling.keeper(), pulling.desk(reception), means).fetch("yunjiu");
    }
}
