package org.jianxi.gateway.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's platform that is asked instead of calling: a real HTTP server that hands out the report of the sender asked
 * for ({@code dq}) to whoever shows its key.
 */
final class DemoPlatform implements AutoCloseable {

    private static final String KEY_HEADER = "X-App-Key";

    private final HttpServer server;
    private final byte[] key;
    private volatile Map<String, byte[]> reports = Map.of();

    private DemoPlatform(HttpServer server, String key) {
        this.server = server;
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    static DemoPlatform start(String key) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var platform = new DemoPlatform(HttpServer.create(address, 0), key);
        platform.server.createContext("/report", platform::handle);
        platform.server.start();
        return platform;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/report");
    }

    /** From now on these reports are ready, by sender. */
    void publish(Map<String, byte[]> ready) {
        reports = Map.copyOf(ready);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var shown = exchange.getRequestHeaders().getFirst(KEY_HEADER);
            if (shown == null || !MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), key)) {
                exchange.sendResponseHeaders(401, -1);
            } else {
                answer(exchange, reports.get(senderIn(exchange.getRequestURI())));
            }
        }
    }

    private static String senderIn(URI asked) {
        return asked.getQuery().replaceFirst(".*dq=([0-9]{6}).*", "$1");
    }

    private static void answer(HttpExchange exchange, byte @Nullable [] report) throws IOException {
        if (report == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(200, report.length);
        exchange.getResponseBody().write(report);
    }
}
