package org.jianxi.gateway.sandbox;

import com.nimbusds.jose.JOSEException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A login service (OpenID Connect, code flow with PKCE) on loopback that asks for no password: whoever comes chooses who to be. Its
 * issuer is {@link #issuer}.
 */
public final class LoginSandbox implements AutoCloseable {

    private static final int LONGEST_FORM = 16 * 1024;

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final LoginDesk desk;

    private LoginSandbox(
            LoginDesk.Client client, Map<String, Map<String, Object>> people, Clock clock, SecureRandom random)
            throws IOException, JOSEException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.desk = new LoginDesk(issuer(), client, people, clock, random);
        server.createContext("/", this::handle);
        server.setExecutor(workers);
    }

    /** @param people who can be chosen, and what is claimed of each besides the name */
    public static LoginSandbox start(
            LoginDesk.Client client, Map<String, Map<String, Object>> people, Clock clock, SecureRandom random)
            throws IOException {
        try {
            var sandbox = new LoginSandbox(client, people, clock, random);
            sandbox.server.start();
            return sandbox;
        } catch (JOSEException noKey) {
            throw new IOException(noKey);
        }
    }

    public String issuer() {
        return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    /** What the next ID tokens say in place of the truth, such as another nonce or audience; empty for the truth. */
    public void lie(Map<String, Object> claims) {
        desk.lie(claims);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var answer = switch (uri.getPath()) {
                case "/.well-known/openid-configuration" -> desk.configuration();
                case "/jwks" -> desk.keys();
                case "/authorize" -> desk.authorize(FormText.read(uri.getRawQuery()));
                case "/token" -> desk.token(FormText.read(body(exchange)), authorization(exchange));
                default -> new LoginDesk.Answer(404, "text/plain", "");
            };
            send(exchange, answer);
        } catch (JOSEException unsigned) {
            throw new IOException(unsigned);
        }
    }

    private static void send(HttpExchange exchange, LoginDesk.Answer answer) throws IOException {
        if (answer.status() == 302) {
            exchange.getResponseHeaders()
                    .set("Location", URI.create(answer.body()).toString());
            exchange.sendResponseHeaders(302, -1);
            return;
        }
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readNBytes(LONGEST_FORM), StandardCharsets.UTF_8);
    }

    private static String authorization(HttpExchange exchange) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        return header == null ? "" : header;
    }
}
