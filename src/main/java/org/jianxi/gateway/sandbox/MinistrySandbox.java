package org.jianxi.gateway.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The ministry, as far as a gateway can see it: a real HTTP server on loopback that checks our signature, keeps messages by id
 * and acknowledges them with a key of its own, unless it is told to misbehave.
 *
 * <p>{@code POST /returns} with {@code Message-Id} and {@code Signature-CMS}; {@code GET /returns/<id>} tells the status.
 */
public final class MinistrySandbox implements AutoCloseable {

    private static final String PATH = "/returns";
    private static final int LONGEST_BODY = 20 * 1024 * 1024;

    private final MinistryDesk desk;
    private final Script script;
    private final AcknowledgementPush push = new AcknowledgementPush();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private MinistrySandbox(MinistryDesk desk, Script script, int port) throws IOException {
        this.desk = desk;
        this.script = script;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(PATH, this::handle);
        server.setExecutor(workers);
    }

    /** @param port 0 for any free one */
    public static MinistrySandbox start(MinistryDesk desk, Script script, int port) throws IOException {
        var sandbox = new MinistrySandbox(desk, script, port);
        sandbox.server.start();
        return sandbox;
    }

    public URI url() {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + PATH);
    }

    /** What is done with the next messages, one each; afterwards it behaves again. */
    public Script script() {
        return script;
    }

    /** Where acknowledgements are pushed that are sent twice. */
    public void pushTo(URI callback) {
        push.to(callback);
    }

    /** Says of a message it accepted that it may not stand after all, and pushes that. */
    public void retract(String messageId, String reason) {
        desk.retract(messageId, reason).ifPresent(push::push);
    }

    /** Every distinct message it holds, in the order of arrival. */
    public List<ReceivedMessage> received() {
        return desk.received();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        push.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestMethod()) {
                case "POST" -> take(exchange);
                case "GET" -> tell(exchange);
                default -> answer(exchange, 405, "POST or GET");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(HttpExchange exchange) throws IOException {
        var known = desk.find(exchange.getRequestURI().getPath().replaceFirst(PATH + "/?", ""));
        if (known.isPresent()) {
            acknowledge(exchange, known.get());
        } else {
            answer(exchange, 404, "no such message");
        }
    }

    private void take(HttpExchange exchange) throws IOException, InterruptedException {
        var body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        var behaviour = script.next();
        if (behaviour instanceof Behaviour.Slow slow) {
            Thread.sleep(slow.pause());
        }
        if (behaviour instanceof Behaviour.Error error) {
            answer(exchange, error.status(), "as told");
            return;
        }
        var refusal = desk.refuse(header(exchange, "Message-Id"), body, signature(exchange));
        if (refusal.isPresent()) {
            answer(exchange, refusal.get().status(), refusal.get().reason());
            return;
        }
        var taken = desk.take(header(exchange, "Message-Id"), header(exchange, "Content-Type"), body, behaviour);
        reply(exchange, taken, behaviour);
    }

    private void reply(HttpExchange exchange, ReceivedMessage taken, Behaviour behaviour) throws IOException {
        switch (behaviour) {
            case Behaviour.LoseAcknowledgement lost -> exchange.close();
            case Behaviour.WrongId wrong -> acknowledge(exchange, desk.asIfOfAnother(taken));
            case Behaviour.BadSignature bad -> acknowledge(exchange, desk.signedByAStranger(taken));
            case Behaviour.AcknowledgeTwice twice -> {
                acknowledge(exchange, taken);
                push.push(taken);
            }
            case Behaviour.Normal normal -> acknowledge(exchange, taken);
            case Behaviour.Slow slow -> acknowledge(exchange, taken);
            case Behaviour.Reject reject -> acknowledge(exchange, taken);
            case Behaviour.Error error -> answer(exchange, error.status(), "as told");
        }
    }

    private static void acknowledge(HttpExchange exchange, ReceivedMessage message) throws IOException {
        exchange.getResponseHeaders().set("Signature-CMS", Base64.getEncoder().encodeToString(message.signature()));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        write(exchange, message.accepted() ? 200 : 422, message.acknowledgement());
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        write(exchange, status, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static byte[] signature(HttpExchange exchange) {
        try {
            return Base64.getDecoder().decode(header(exchange, "Signature-CMS"));
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
