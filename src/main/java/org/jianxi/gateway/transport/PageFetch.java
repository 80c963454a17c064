package org.jianxi.gateway.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jianxi.gateway.intake.HttpsPoll;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.Source;

/** One GET that cannot be led astray: the given address only, no redirect, a limit on time and on bytes. */
final class PageFetch implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;

    /** What was found at an address. */
    record Page(byte[] body, Optional<String> etag, Optional<String> contentType) {}

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .executor(threads)
            .build();
    private final List<String> listedHosts;
    private final Secrets secrets;
    private final BodyBudget budget;

    /** @param listedHosts hosts the operator allows although they are not public */
    PageFetch(List<String> listedHosts, Secrets secrets, BodyBudget budget) {
        this.listedHosts = List.copyOf(listedHosts);
        this.secrets = secrets;
        this.budget = budget;
    }

    /** The page; empty where there is none yet or it is the one we have. Anything else is an {@link IOException}. */
    Optional<Page> get(Source source, HttpsPoll poll, PollTarget target, Optional<String> knownEtag)
            throws IOException {
        if (!target.isAllowed(listedHosts)) {
            throw new IOException("its host is unknown, or not public and not listed in jianxi.transport.poll-hosts");
        }
        var request = request(poll, target, knownEtag);
        var running = threads.submit(() -> read(source, request));
        try {
            return running.get(poll.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IOException("no whole answer within " + poll.timeout().toSeconds() + " s", late);
        } catch (ExecutionException refused) {
            throw new IOException(String.valueOf(refused.getCause()), refused);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("the gateway is stopping", stopping);
        } finally {
            running.cancel(true);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.shutdownNow();
    }

    private HttpRequest request(HttpsPoll poll, PollTarget target, Optional<String> knownEtag) throws IOException {
        var request =
                HttpRequest.newBuilder(target.uri()).timeout(poll.timeout()).GET();
        knownEtag.ifPresent(etag -> request.header("If-None-Match", etag));
        if (poll.authorization().isPresent()) {
            var authorization = poll.authorization().get();
            var secret = secrets.find(authorization.secret())
                    .orElseThrow(() -> new IOException("its credential is not there"));
            request.header(authorization.header(), PollTarget.credential(authorization.scheme(), secret));
        }
        return request.build();
    }

    private Optional<Page> read(Source source, HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (var stream = answer.body()) {
            return switch (answer.statusCode()) {
                case OK -> Optional.of(whole(source, answer, stream));
                case NOT_MODIFIED, NO_CONTENT, NOT_FOUND -> Optional.empty();
                default -> throw new IOException("it answered " + answer.statusCode());
            };
        } catch (BodyBudget.TooLarge tooLarge) {
            throw new IOException("its answer exceeds " + source.mostBytes() + " bytes", tooLarge);
        }
    }

    private Page whole(Source source, HttpResponse<InputStream> answer, InputStream stream) throws IOException {
        var announced = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
        return budget.read(
                stream,
                announced,
                source.mostBytes(),
                body -> new Page(
                        body,
                        answer.headers().firstValue("ETag"),
                        answer.headers().firstValue("Content-Type")));
    }
}
