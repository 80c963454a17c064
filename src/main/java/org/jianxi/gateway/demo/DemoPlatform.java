package org.jianxi.gateway.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.List;

/**
 * A vendor's platform that is asked instead of calling: a real HTTP server that hands out one sender's report at each
 * request, in turn, to whoever shows its key.
 */
final class DemoPlatform implements AutoCloseable {

    private static final String KEY_HEADER = "X-App-Key";

    private final HttpServer server;
    private final byte[] key;
    private volatile List<byte[]> reports = List.of();
    private volatile Iterator<byte[]> next = List.<byte[]>of().iterator();

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

    /** From now on these reports are ready, one at each request, over and over. */
    void publish(List<byte[]> ready) {
        reports = List.copyOf(ready);
        next = reports.iterator();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var shown = exchange.getRequestHeaders().getFirst(KEY_HEADER);
            if (shown == null || !MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), key)) {
                exchange.sendResponseHeaders(401, -1);
            } else if (reports.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                answer(exchange);
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!next.hasNext()) {
            next = reports.iterator();
        }
        var report = next.next();
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(200, report.length);
        exchange.getResponseBody().write(report);
    }
}
