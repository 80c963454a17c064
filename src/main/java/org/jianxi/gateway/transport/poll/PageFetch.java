package org.jianxi.gateway.transport.poll;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.jianxi.gateway.intake.Authorization;
import org.jianxi.gateway.intake.HttpsPoll;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.pulling.AllowedAddresses;
import org.jianxi.gateway.pulling.ExchangeSignature;
import org.jianxi.gateway.pulling.TurnFailed;
import org.jianxi.gateway.transport.desk.BodyBudget;

/**
 * One turn at one server, which cannot lead us astray: one authority, looked up once; no redirects, no cookies, no
 * decompression; a limit on time and on bytes. The credential goes to that authority alone.
 */
public final class PageFetch implements AutoCloseable {

    /** What every turn needs. */
    public record Means(AllowedAddresses addresses, Secrets secrets, BodyBudget budget, Clock clock) {}

    private final Source source;
    private final HttpsPoll poll;
    private final Means means;
    private final String authority;
    private final CloseableHttpClient client;

    private PageFetch(Source source, HttpsPoll poll, Means means, String authority, InetAddress address) {
        this.source = source;
        this.poll = poll;
        this.means = means;
        this.authority = authority;
        this.client = new OneAddress(address).client(poll.timeout());
    }

    /** Looks the server of the target up, and connects to nothing yet. */
    static PageFetch open(Source source, HttpsPoll poll, URI target, Means means) throws IOException {
        if (target.getHost() == null || target.getUserInfo() != null) {
            throw new TurnFailed("its address names no host, or a user");
        }
        var address = means.addresses().resolve(source.id(), target.getHost());
        return new PageFetch(source, poll, means, target.getAuthority(), address);
    }

    /**
     * The page; empty where there is none yet or it is the one we have.
     *
     * @param mostBytes a longer answer is a failure
     */
    Optional<Page> get(URI uri, Optional<String> knownEtag, long mostBytes) throws IOException {
        if (!authority.equals(uri.getAuthority()) || !poll.url().startsWith(uri.getScheme() + ":")) {
            throw new TurnFailed("it names another server for its next page");
        }
        var request = new HttpGet(uri);
        knownEtag.ifPresent(etag -> request.setHeader("If-None-Match", etag));
        if (poll.authorization().isPresent()) {
            headers(poll.authorization().get()).forEach(request::setHeader);
        }
        var host = new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
        try (var answer = client.executeOpen(host, request, null)) {
            return read(answer, mostBytes);
        } catch (BodyBudget.TooLarge tooLarge) {
            throw new TurnFailed("its answer exceeds " + source.mostBytes() + " bytes");
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    private Optional<Page> read(ClassicHttpResponse answer, long mostBytes) throws IOException {
        return switch (answer.getCode()) {
            case 200 -> Optional.of(whole(answer, mostBytes));
            case 204, 304, 404 -> Optional.empty();
            default -> throw new TurnFailed("it answered " + answer.getCode(), RetryAfter.of(answer, means.clock()));
        };
    }

    private Page whole(ClassicHttpResponse answer, long mostBytes) throws IOException {
        var entity = answer.getEntity();
        if (entity == null) {
            throw new TurnFailed("it answered 200 without a body");
        }
        return means.budget()
                .read(entity.getContent(), entity.getContentLength(), mostBytes, body -> Page.of(answer, body));
    }

    private Map<String, String> headers(Authorization authorization) throws TurnFailed {
        var secret = means.secrets()
                .find(authorization.secret())
                .orElseThrow(() -> new TurnFailed("its credential " + authorization.secret() + " is not there"));
        return switch (authorization.scheme()) {
            case BEARER -> Map.of(authorization.header(), "Bearer " + secret);
            case BASIC -> Map.of(authorization.header(), "Basic " + base64(secret));
            case API_KEY -> Map.of(authorization.header(), secret);
            case EXCHANGE ->
                ExchangeSignature.headers(
                        authorization.exchange().orElseThrow(),
                        secret,
                        means.clock().instant());
        };
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
