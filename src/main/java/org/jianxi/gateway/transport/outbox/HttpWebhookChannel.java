package org.jianxi.gateway.transport.outbox;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jianxi.gateway.notices.Endpoint;
import org.jianxi.gateway.notices.SignedNotice;
import org.jianxi.gateway.notices.WebhookChannel;
import org.jianxi.gateway.pulling.AllowedAddresses;
import org.jianxi.gateway.transport.poll.OneAddress;
import org.jianxi.gateway.transport.poll.RetryAfter;

/**
 * Notices over HTTP: {@code POST} to the source's own address and to no other.
 *
 * <p>A source file must not make us knock at our own doors, so its address is held to the same as one that is polled: looked up once,
 * judged, and that very address is called. One time limit covers the whole exchange, and of an answer no more than 64 KiB is read.
 */
public final class HttpWebhookChannel implements WebhookChannel {

    private static final ContentType JSON = ContentType.create("application/json");
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int GONE = 410;
    private static final int SUCCESSES = 2;
    private static final int REDIRECTS = 3;
    private static final int HUNDRED = 100;

    private final Duration limit;
    private final AllowedAddresses addresses;
    private final Clock clock;

    /** @param listedHosts hosts the operator allows although they are not public */
    public HttpWebhookChannel(Duration limit, List<String> listedHosts, Clock clock) {
        this(limit, new AllowedAddresses(listedHosts, InetAddress::getAllByName), clock);
    }

    HttpWebhookChannel(Duration limit, AllowedAddresses addresses, Clock clock) {
        this.limit = limit;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public Answer post(Endpoint endpoint, SignedNotice message) {
        var host = endpoint.url().getHost();
        if (host == null || endpoint.url().getUserInfo() != null) {
            return new Answer.Failed("its address names no host, or a user");
        }
        try {
            return withinLimit(new OneAddress(addresses.resolve(host)).client(limit), endpoint, message);
        } catch (IOException refused) {
            return new Answer.Failed("its host is unknown, or not public and not listed in jianxi.webhooks.hosts");
        }
    }

    private Answer withinLimit(CloseableHttpClient client, Endpoint endpoint, SignedNotice message) {
        var call = new FutureTask<>(() -> call(client, endpoint, message));
        Thread.ofVirtual().name("webhook").start(call);
        try {
            return call.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return new Answer.Failed("no answer within " + limit);
        } catch (ExecutionException broken) {
            return new Answer.Failed("no answer: " + broken.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer.Failed("interrupted while waiting");
        } finally {
            client.close(CloseMode.IMMEDIATE);
        }
    }

    private Answer call(CloseableHttpClient client, Endpoint endpoint, SignedNotice message) throws IOException {
        var url = endpoint.url();
        var request = new HttpPost(url);
        request.setEntity(new ByteArrayEntity(message.body(), JSON));
        message.headers().forEach(request::setHeader);
        var server = new HttpHost(url.getScheme(), url.getHost(), url.getPort());
        try (var answer = client.executeOpen(server, request, null)) {
            readOut(answer);
            return answer(answer);
        }
    }

    /** Whoever is still speaking has not yet taken it. */
    private static void readOut(ClassicHttpResponse answer) throws IOException {
        var entity = answer.getEntity();
        if (entity != null && entity.getContent().readNBytes(LONGEST_ANSWER + 1).length > LONGEST_ANSWER) {
            throw new IOException("the answer is longer than " + LONGEST_ANSWER + " bytes");
        }
    }

    private Answer answer(ClassicHttpResponse response) {
        var status = response.getCode();
        if (status == GONE) {
            return new Answer.Gone();
        }
        var retryAfter = RetryAfter.of(response, clock);
        return switch (status / HUNDRED) {
            case SUCCESSES -> new Answer.Taken(status);
            case REDIRECTS -> new Answer.Failed("HTTP " + status + ": a redirect, which is not followed", retryAfter);
            default -> new Answer.Failed("HTTP " + status, retryAfter);
        };
    }
}
