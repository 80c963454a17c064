package org.jianxi.gateway.flow;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jianxi.gateway.outgoing.TimedExchange;
import org.jianxi.gateway.outgoing.TimedExchange.Ending;
import org.jianxi.gateway.signing.Stamp;
import org.jianxi.gateway.signing.TimestampRequest;
import org.jianxi.gateway.signing.TimestampVerifier;

/**
 * The timestamp authority over HTTP (RFC 3161 §3.4). Never throws for what happens on the other side.
 *
 * <p>Its limits on time and bytes are those of a {@link TimedExchange}.
 */
final class TimestampChannel {

    private static final int OK = 200;

    private final TimedExchange exchange;
    private final URI url;
    private final TimestampVerifier verifier;
    private final Clock clock;

    /** @param clock says when an answer came, whose own moment must be near */
    TimestampChannel(URI url, Duration limit, TimestampVerifier verifier, Clock clock) {
        this.exchange = TimedExchange.within(limit);
        this.url = url;
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
        return switch (exchange.send(request)) {
            case Ending.Answered answered -> answer(answered.response(), question);
            case Ending.Unanswered unanswered -> new TimestampAnswer.Unclear(unanswered.why(), Optional.empty());
        };
    }

    private TimestampAnswer answer(HttpResponse<byte[]> response, TimestampRequest question) {
        if (response.statusCode() != OK) {
            return new TimestampAnswer.Unclear("HTTP " + response.statusCode(), TimedExchange.retryAfter(response));
        }
        return switch (verifier.checkAnswer(response.body(), question, clock.instant())) {
            case Stamp.Genuine stamp -> new TimestampAnswer.Stamped(stamp);
            case Stamp.Refused refused -> new TimestampAnswer.Refused(refused.refusal(), response.body());
        };
    }
}
