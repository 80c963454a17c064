package org.jianxi.gateway.publishing.platform;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jianxi.gateway.outgoing.SafeHttp;
import org.jianxi.gateway.outgoing.TimedExchange;

/**
 * Platforms over HTTP with a bearer key. The key is looked up at each call; redirects are not followed, and an answer may be 64 KiB.
 */
public final class HttpPlatformChannel implements PlatformChannel {

    private final Duration limit;
    private final Function<String, Optional<String>> keys;
    private final Function<String, Optional<Path>> files;
    private final Map<Optional<Path>, HttpClient> clients = new ConcurrentHashMap<>();

    /**
     * @param keys what lies at a reference
     * @param files where a reference to a file leads
     */
    public HttpPlatformChannel(
            Duration limit, Function<String, Optional<String>> keys, Function<String, Optional<Path>> files) {
        this.limit = limit;
        this.keys = keys;
        this.files = files;
    }

    @Override
    public Carried carry(Platform platform, PlatformCall call) {
        var key = keys.apply(platform.key());
        if (key.isEmpty()) {
            return new Carried.Unanswered("there is no key at " + platform.key());
        }
        try {
            var exchange = new TimedExchange(client(platform), limit);
            return switch (exchange.send(request(call, key.get()))) {
                case TimedExchange.Ending.Answered answered -> {
                    var response = answered.response();
                    yield new Carried.Answered(new PlatformAdapter.Response(
                            response.statusCode(), response.body(), TimedExchange.retryAfter(response)));
                }
                case TimedExchange.Ending.Unanswered unanswered -> new Carried.Unanswered(unanswered.why());
            };
        } catch (IOException | IllegalArgumentException unusable) {
            return new Carried.Unanswered("its key or the authority that vouches for it cannot be used");
        }
    }

    private static HttpRequest request(PlatformCall call, String key) {
        var request = HttpRequest.newBuilder(call.url()).header("Authorization", "Bearer " + key);
        call.body().ifPresent(body -> request.header("Content-Type", body.contentType()));
        var body = call.body()
                .map(PlatformCall.Body::bytes)
                .map(BodyPublishers::ofByteArray)
                .orElseGet(BodyPublishers::noBody);
        return request.method(call.method(), body).build();
    }

    private HttpClient client(Platform platform) throws IOException {
        var trust = platform.trust().flatMap(files);
        if (platform.trust().isPresent() && trust.isEmpty()) {
            throw new IOException("no such file");
        }
        var known = clients.get(trust);
        if (known == null) {
            known = SafeHttp.client(trust, Optional.empty());
            clients.put(trust, known);
        }
        return known;
    }
}
