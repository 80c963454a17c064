package org.jianxi.gateway.flow;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jianxi.gateway.filing.LimitedBody;
import org.jianxi.gateway.signing.Stamp;
import org.jianxi.gateway.signing.TimestampRequest;
import org.jianxi.gateway.signing.TimestampVerifier;

/**
 * The timestamp authority over HTTP (RFC 3161 §3.4). Never throws for what happens on the other side.
 *
 * <p>The whole exchange has one time limit. Redirects are not followed, and of an answer no more than 64 KiB is read.
 */
final class TimestampChannel {

    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int OK = 200;

    private final HttpClient client;
    private final URI url;
    private final Duration limit;
    private final TimestampVerifier verifier;
    private final Clock clock;

    /** @param clock says when an answer came, whose own moment must be near */
    TimestampChannel(URI url, Duration limit, TimestampVerifier verifier, Clock clock) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limit)
                .build();
        this.url = url;
        this.limit = limit;
        this.verifier = verifier;
        this.clock = clock;
    }

    TimestampAnswer stamp(byte[] bytes, SecureRandom random) {
        var question = TimestampRequest.over(bytes, random);
        var request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question.der()))
                .build();
        var call = client.sendAsync(request, head -> new LimitedBody(LONGEST_ANSWER));
        try {
            return answer(call.get(limit.toMillis(), TimeUnit.MILLISECONDS), question);
        } catch (TimeoutException late) {
            call.cancel(true);
            return unclear("no answer within " + limit);
        } catch (ExecutionException broken) {
            return unclear("no answer: " + broken.getCause());
        } catch (InterruptedException stopped) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return unclear("interrupted while waiting");
        }
    }

    private TimestampAnswer answer(HttpResponse<byte[]> response, TimestampRequest question) {
        if (response.statusCode() != OK) {
            var retryAfter = response.headers()
                    .firstValue("Retry-After")
                    .filter(value -> value.matches("[0-9]{1,6}"))
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
            return new TimestampAnswer.Unclear("HTTP " + response.statusCode(), retryAfter);
        }
        return switch (verifier.checkAnswer(response.body(), question, clock.instant())) {
            case Stamp.Genuine stamp -> new TimestampAnswer.Stamped(stamp);
            case Stamp.Refused refused -> new TimestampAnswer.Refused(refused.refusal(), response.body());
        };
    }

    private static TimestampAnswer unclear(String why) {
        return new TimestampAnswer.Unclear(why, Optional.empty());
    }
}
