package org.jianxi.gateway.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jianxi.gateway.outgoing.Backoff;

/** When the authority may be asked next: not too often while it answers, ever less often while it does not. */
final class TimestampPace {

    private final Backoff backoff;
    private final Duration every;
    private final Clock clock;

    private int failures;
    private Instant next = Instant.MIN;

    TimestampPace(Backoff backoff, Duration every, Clock clock) {
        this.backoff = backoff;
        this.every = every;
        this.clock = clock;
    }

    synchronized boolean isDue() {
        return !clock.instant().isBefore(next);
    }

    synchronized void succeeded() {
        failures = 0;
        next = clock.instant().plus(every);
    }

    synchronized void failed(Optional<Duration> retryAfter) {
        failures++;
        next = clock.instant().plus(backoff.afterTry(failures, retryAfter));
    }
}
