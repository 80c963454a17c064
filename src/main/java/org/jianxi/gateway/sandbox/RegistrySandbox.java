package org.jianxi.gateway.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A registry as far as a gateway can see it: a real HTTP server on loopback that keeps everything it is sent, byte for byte, and
 * misbehaves as it is told.
 */
public final class RegistrySandbox implements AutoCloseable {

    private static final int LONGEST_BODY = 1024 * 1024;

    private final RegistryDesk desk;
    private final Queue<RegistryBehaviour> script = new ConcurrentLinkedQueue<>();
    private final List<RegistryRequest> received = new CopyOnWriteArrayList<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private RegistrySandbox(RegistryDesk desk, int port) throws IOException {
        this.desk = desk;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(workers);
    }

    /** @param port 0 for any free one */
    public static RegistrySandbox start(RegistryDesk desk, int port) throws IOException {
        var sandbox = new RegistrySandbox(desk, port);
        sandbox.server.start();
        return sandbox;
    }

    /** Without a path. */
    public URI url() {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** What is done with the next requests, one each; afterwards it behaves again. */
    public void tell(RegistryBehaviour... steps) {
        script.addAll(List.of(steps));
    }

    /** Every request in the order of arrival, those too that were not answered. */
    public List<RegistryRequest> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new RegistryRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readNBytes(LONGEST_BODY));
            received.add(request);
            answer(exchange, request, Optional.ofNullable(script.poll()).orElseGet(RegistryBehaviour.Normal::new));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, RegistryRequest request, RegistryBehaviour behaviour)
            throws IOException, InterruptedException {
        switch (behaviour) {
            case RegistryBehaviour.Refuse refuse -> {
                refuse.later()
                        .ifPresent(wait ->
                                exchange.getResponseHeaders().set("Retry-After", Long.toString(wait.toSeconds())));
                send(exchange, RegistryReply.text(refuse.status(), "as told"), 1);
            }
            case RegistryBehaviour.Hang hang -> new CountDownLatch(1).await();
            case RegistryBehaviour.HalfAnswer half -> send(exchange, desk.answer(request, behaviour), 2);
            case RegistryBehaviour.Slow slow -> {
                Thread.sleep(slow.pause());
                send(exchange, desk.answer(request, behaviour), 1);
            }
            case RegistryBehaviour.Nonsense nonsense -> send(exchange, RegistryReply.text(200, "<html>登录超时</html>"), 1);
            default -> send(exchange, desk.answer(request, behaviour), 1);
        }
    }

    /** @param part only one in so many of the bytes that were announced */
    private static void send(HttpExchange exchange, RegistryReply reply, int part) throws IOException {
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        exchange.getResponseBody().write(reply.body(), 0, reply.body().length / part);
    }
}
