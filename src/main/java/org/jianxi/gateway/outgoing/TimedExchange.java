package org.jianxi.gateway.outgoing;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One request and its whole answer within one time limit, connection and trickling body included. Redirects are not followed, and
 * of an answer no more than 64 KiB is read.
 */
public final class TimedExchange {

    private static final int LONGEST_ANSWER = 64 * 1024;

    private final HttpClient client;
    private final Duration limit;

    /** @param client brings TLS and client certificates; one that follows redirects is refused */
    public TimedExchange(HttpClient client, Duration limit) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("What goes out follows no redirects");
        }
        this.client = client;
        this.limit = limit;
    }

    /** With the JDK's own trust store, by HTTP/1.1. */
    public static TimedExchange within(Duration limit) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limit)
                .build();
        return new TimedExchange(client, limit);
    }

    /** What came of it. Never an exception for what happens on the other side. */
    public sealed interface Ending {

        record Answered(HttpResponse<byte[]> response) implements Ending {}

        /** Nobody knows whether the request arrived. */
        record Unanswered(String why) implements Ending {}
    }

    public Ending send(HttpRequest request) {
        var call = client.sendAsync(request, head -> new LimitedBody(LONGEST_ANSWER));
        try {
            return new Ending.Answered(call.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            call.cancel(true);
            return new Ending.Unanswered("no answer within " + limit);
        } catch (ExecutionException broken) {
            return new Ending.Unanswered("no answer: " + broken.getCause());
        } catch (InterruptedException stopped) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return new Ending.Unanswered("interrupted while waiting");
        }
    }

    /** How long the other side asked to be left alone. Seconds only; a date would need a clock that both sides share. */
    public static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }
}
