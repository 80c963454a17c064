package org.jianxi.gateway.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A platform that shows lists, as far as a gateway can see it: a real HTTP server on loopback that shows an entry under the path it was
 * put to, takes it back by {@code DELETE} or {@code …/offline}, keeps every byte it is sent, and misbehaves as it is told.
 */
public final class PlatformSandbox implements AutoCloseable {

    private static final String OFFLINE = "/offline";
    private static final int LONGEST_BODY = 1024 * 1024;

    private final Manner manner;
    private final PlatformShelf shelf;
    private final Queue<PlatformBehaviour> script = new ConcurrentLinkedQueue<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private PlatformSandbox(Manner manner, int port) throws IOException {
        this.manner = manner;
        this.shelf = new PlatformShelf(manner.name());
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(workers);
    }

    /**
     * What is this platform's own.
     *
     * @param key what a caller must show
     * @param number JSON pointer of the number in its answers, such as {@code /data/serialNo}
     */
    public record Manner(String name, String key, String number) {}

    /** One call, byte for byte. */
    public record Received(String method, String path, Map<String, List<String>> headers, byte[] body) {

        public String text() {
            return "%s %s %s %s".formatted(method, path, headers, new String(body, StandardCharsets.UTF_8));
        }
    }

    /** @param port 0 for any free one */
    public static PlatformSandbox start(Manner manner, int port) throws IOException {
        var sandbox = new PlatformSandbox(manner, port);
        sandbox.server.start();
        return sandbox;
    }

    /** Without a path. */
    public URI url() {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    public String name() {
        return manner.name();
    }

    /** What is done with the next calls, one each; afterwards it behaves again. */
    public void tell(PlatformBehaviour... steps) {
        script.addAll(List.of(steps));
    }

    /** Every call in the order of arrival, those too that were refused. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** What it shows now: bodies by the path they were put to. */
    public Map<String, String> shown() {
        return shelf.shown();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var call = new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readNBytes(LONGEST_BODY));
            received.add(call);
            if (!("Bearer " + manner.key()).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, "{\"error\":\"key\"}", 1);
                return;
            }
            answer(exchange, call, Optional.ofNullable(script.poll()).orElseGet(PlatformBehaviour.Normal::new));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, Received call, PlatformBehaviour behaviour)
            throws IOException, InterruptedException {
        switch (behaviour) {
            case PlatformBehaviour.Refuse refuse -> send(exchange, refuse.status(), "{\"error\":\"as told\"}", 1);
            case PlatformBehaviour.Nonsense nonsense -> send(exchange, 200, "<html>登录超时</html>", 1);
            case PlatformBehaviour.LoseAnswer lost -> carryOut(call);
            case PlatformBehaviour.AnswerTwice twice -> {
                var said = carryOut(call);
                send(exchange, said.status(), said.body() + said.body(), 1);
            }
            case PlatformBehaviour.HalfAnswer half -> {
                var said = carryOut(call);
                send(exchange, said.status(), said.body(), 2);
            }
            case PlatformBehaviour.Slow slow -> {
                Thread.sleep(slow.pause());
                var said = carryOut(call);
                send(exchange, said.status(), said.body(), 1);
            }
            case PlatformBehaviour.Normal normal -> {
                var said = carryOut(call);
                send(exchange, said.status(), said.body(), 1);
            }
        }
    }

    private record Said(int status, String body) {}

    private Said carryOut(Received call) {
        var offline = call.path().endsWith(OFFLINE);
        if (offline || call.method().equals("DELETE")) {
            var path = offline ? call.path().substring(0, call.path().length() - OFFLINE.length()) : call.path();
            var number = shelf.withdraw(path);
            return number.isEmpty() ? new Said(404, "{\"error\":\"not there\"}") : new Said(200, numbered(number));
        }
        return new Said(200, numbered(shelf.show(call.path(), call.body())));
    }

    /** The number where this platform's answers have it. */
    private String numbered(String number) {
        var json = "\"" + number + "\"";
        var steps = manner.number().substring(1).split("/");
        for (var at = steps.length - 1; at >= 0; at--) {
            json = "{\"%s\":%s}".formatted(steps[at], json);
        }
        return json;
    }

    /** @param part only one in so many of the bytes that were announced */
    private static void send(HttpExchange exchange, int status, String text, int part) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / part);
    }
}
