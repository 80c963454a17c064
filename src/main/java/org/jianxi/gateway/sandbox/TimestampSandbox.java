package org.jianxi.gateway.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.TimestampAuthority;

/**
 * A timestamp authority (RFC 3161 over HTTP) on loopback, with a key of its own, that misbehaves when told to.
 *
 * <p>{@code POST /timestamps} with {@code application/timestamp-query}.
 */
public final class TimestampSandbox implements AutoCloseable {

    /** The authority's name among the development keys: {@code timestamps.pem} is what the gateway pins. */
    public static final String NAME = "timestamps";

    private static final String PATH = "/timestamps";
    private static final int LONGEST_QUERY = 64 * 1024;

    /** A development authority that lived then gave certificates that ended in 2021. */
    private static final Instant LONG_AGO = Instant.parse("2011-06-01T00:00:00Z");

    private final TimestampDesk desk;
    private final Queue<TimestampBehaviour> script = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private TimestampSandbox(TimestampDesk desk, int port) throws IOException {
        this.desk = desk;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(PATH, this::handle);
        server.setExecutor(workers);
    }

    /** @param port 0 for any free one */
    public static TimestampSandbox start(TimestampDesk desk, int port) throws IOException {
        var sandbox = new TimestampSandbox(desk, port);
        sandbox.server.start();
        return sandbox;
    }

    /** One with keys from the development authority in {@code keys}, which are made when missing. */
    public static TimestampSandbox start(Path keys, Clock clock, SecureRandom random) throws IOException {
        var authority = DevelopmentAuthority.create(keys, clock, random);
        var yesteryear = DevelopmentAuthority.create(keys, Clock.fixed(LONG_AGO, ZoneOffset.UTC), random);
        var desk = new TimestampDesk(
                new TimestampAuthority(
                        authority.issueForTimes(NAME, "Timestamp sandbox").signer(), random),
                new TimestampAuthority(
                        yesteryear
                                .issueForTimes("timestamps-expired", "Timestamp sandbox")
                                .signer(),
                        random),
                new TimestampAuthority(
                        authority
                                .issue("timestamps-stranger", "Nobody in particular")
                                .signer(),
                        random),
                clock);
        return start(desk, 0);
    }

    public URI url() {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + PATH);
    }

    /** What is done with the next requests, one each; afterwards it behaves again. */
    public void tell(TimestampBehaviour... steps) {
        script.addAll(List.of(steps));
    }

    /** How many requests have come. */
    public int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.incrementAndGet();
            var query = exchange.getRequestBody().readNBytes(LONGEST_QUERY);
            var behaviour = Optional.ofNullable(script.poll()).orElseGet(TimestampBehaviour.Normal::new);
            if (behaviour instanceof TimestampBehaviour.Slow slow) {
                Thread.sleep(slow.pause());
            }
            if (behaviour instanceof TimestampBehaviour.Error error) {
                exchange.sendResponseHeaders(error.status(), -1);
                return;
            }
            var answer = desk.answer(query, behaviour);
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
