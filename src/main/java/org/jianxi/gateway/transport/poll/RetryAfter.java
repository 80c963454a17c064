package org.jianxi.gateway.transport.poll;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** The header {@code Retry-After} (RFC 9110 §10.2.3): seconds, or a date. */
public final class RetryAfter {

    private RetryAfter() {}

    public static Optional<Duration> of(ClassicHttpResponse answer, Clock clock) {
        var header = answer.getFirstHeader("Retry-After");
        if (header == null || header.getValue() == null) {
            return Optional.empty();
        }
        var value = header.getValue().strip();
        if (value.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            var until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(clock.instant(), until)).filter(Duration::isPositive);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
