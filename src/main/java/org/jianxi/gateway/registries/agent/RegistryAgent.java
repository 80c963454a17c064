package org.jianxi.gateway.registries.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.registries.blind.Batch;
import org.jianxi.gateway.registries.blind.Trail;
import org.jianxi.gateway.signing.Signer;

/**
 * The server at the registry. {@code GET /v1/registries/NAME?nonce=…} describes, {@code GET …/snapshots/DIGEST} gives the snapshot,
 * {@code POST …/snapshots/DIGEST/batches} answers blinded points. Each with an asker's key as bearer; what is answered in JSON is
 * signed in {@code Signature-CMS}.
 */
public final class RegistryAgent implements AutoCloseable {

    /** The header with the detached signature over the body, in base64. */
    public static final String SIGNATURE = "Signature-CMS";

    private static final Pattern PATH =
            Pattern.compile("/v1/registries/([a-z0-9-]{1,64})(?:/snapshots/([0-9a-f]{64})(/batches)?)?");
    private static final Pattern NONCE = Pattern.compile("nonce=([0-9a-f]{32})");
    private static final String BEARER = "Bearer ";

    private final Map<String, Served> registries = new HashMap<>();
    private final Askers askers;
    private final Signer signer;
    private final Clock clock;
    private final Trail trail;
    private final AnswerDesk desk;
    private final Strangers strangers;
    private final Semaphore atWork = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private RegistryAgent(List<Served> served, AgentOffice office, HttpServer server) throws IOException {
        served.forEach(one -> registries.put(one.name(), one));
        this.askers = office.askers();
        this.signer = office.signer();
        this.clock = office.clock();
        var allowance = new Allowance();
        this.trail = Trail.open(office.audit(), allowance::read);
        this.desk = new AnswerDesk(trail, allowance, clock);
        this.strangers = new Strangers(desk, clock);
        this.server = server;
        server.createContext("/", this::handle);
        server.setExecutor(workers);
    }

    /** Throws {@link FileProblem} where the audit was tampered with, or another agent has it open. */
    public static RegistryAgent start(List<Served> served, AgentOffice office, InetSocketAddress address)
            throws IOException {
        var agent = new RegistryAgent(served, office, HttpServer.create(address, 0));
        agent.server.start();
        return agent;
    }

    public URI url() {
        var address = server.getAddress();
        return URI.create("http://" + address.getHostString() + ":" + address.getPort());
    }

    @Override
    public void close() throws IOException {
        server.stop(1);
        workers.shutdownNow();
        trail.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                answer(exchange);
            } catch (FileProblem unusable) {
                send(exchange, unavailable());
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var asker = asker(exchange);
        var path = PATH.matcher(exchange.getRequestURI().getPath());
        if (asker.isEmpty()) {
            send(exchange, Reply.refusal(401, "key", new Bilingual("密钥无效", "This key opens nothing")));
        } else if (!path.matches() || !registries.containsKey(path.group(1))) {
            send(exchange, notThere());
        } else {
            answer(exchange, asker.get(), registries.get(path.group(1)), path);
        }
    }

    /** Whoever holds the key; a revoked one is told no more than a wrong one is. */
    private Optional<Asker> asker(HttpExchange exchange) throws IOException {
        var holder = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .filter(value -> value.startsWith(BEARER))
                .flatMap(value -> askers.holderOf(value.substring(BEARER.length())));
        if (holder.isPresent() && holder.get().isRevoked()) {
            desk.revoked(holder.get());
        } else if (holder.isEmpty()) {
            strangers.cameBy();
        }
        return holder.filter(asker -> !asker.isRevoked());
    }

    private void answer(HttpExchange exchange, Asker asker, Served registry, Matcher path) throws IOException {
        var method = exchange.getRequestMethod();
        var wanted = path.group(2);
        if (wanted == null && method.equals("GET")) {
            send(exchange, described(exchange, registry));
        } else if (wanted != null
                && !wanted.equals(registry.description().snapshot().hex())) {
            send(exchange, Reply.refusal(410, "snapshot", new Bilingual("该快照已被替换", "This snapshot was replaced")));
        } else if (wanted != null && path.group(3) == null && method.equals("GET")) {
            var refusal = desk.fetched(asker, registry);
            if (refusal.isPresent()) {
                send(exchange, refusal.get());
            } else {
                sendSnapshot(exchange, registry);
            }
        } else if (path.group(3) != null && method.equals("POST")) {
            send(exchange, batch(exchange, asker, registry));
        } else {
            send(exchange, notThere());
        }
    }

    private static Reply described(HttpExchange exchange, Served registry) {
        var nonce = NONCE.matcher(String.valueOf(exchange.getRequestURI().getRawQuery()));
        return nonce.matches()
                ? Reply.ok(registry.description().json(nonce.group(1)))
                : Reply.refusal(400, "nonce", new Bilingual("需要 nonce", "A nonce of 32 hexadecimal digits is needed"));
    }

    private Reply batch(HttpExchange exchange, Asker asker, Served registry) throws IOException {
        var body = exchange.getRequestBody().readNBytes(Batch.LONGEST + 1);
        if (body.length > Batch.LONGEST) {
            return Reply.refusal(413, "size", new Bilingual("请求太大", "The request is too large"));
        }
        if (!atWork.tryAcquire()) {
            return unavailable();
        }
        try {
            return desk.answer(asker, registry, body);
        } finally {
            atWork.release();
        }
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", reply.isOk() ? "application/json" : "application/problem+json");
        headers.set("Cache-Control", "no-store");
        reply.later().ifPresent(wait -> headers.set("Retry-After", Long.toString(wait.toSeconds() + 1)));
        if (reply.isOk()) {
            headers.set(SIGNATURE, Base64.getEncoder().encodeToString(signer.signDetached(reply.body())));
        }
        exchange.sendResponseHeaders(reply.status(), reply.body().length);
        exchange.getResponseBody().write(reply.body());
    }

    private static void sendSnapshot(HttpExchange exchange, Served registry) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(Reply.OK, registry.description().bytes());
        Files.copy(registry.snapshot(), exchange.getResponseBody());
    }

    private static Reply notThere() {
        return Reply.refusal(404, "not-there", new Bilingual("没有这个登记库或地址", "No such registry or address"));
    }

    private static Reply unavailable() {
        return Reply.refusal(503, "busy", new Bilingual("暂时不能回答", "Cannot answer just now"))
                .later(Duration.ofSeconds(2));
    }
}
