package org.jianxi.gateway.registries.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/** Keeps a registry's {@link Rate}. For one thread. */
final class Pace {

    private final Rate rate;
    private final Clock clock;
    private final Pause pause;
    private Instant last = Instant.MIN;

    Pace(Rate rate, Clock clock, Pause pause) {
        this.rate = rate;
        this.clock = clock;
        this.pause = pause;
    }

    /** Waits until a call may be made. Throws {@link QueryStopped} when that is not within the registry's hours. */
    void await() throws InterruptedException {
        var now = clock.instant();
        var time = LocalTime.ofInstant(now, Rate.OFFICE);
        if (rate.hours().filter(hours -> !hours.include(time)).isPresent()) {
            var hours = rate.hours().orElseThrow();
            throw new QueryStopped(
                    QueryStopped.Cause.LATER,
                    "登记库只在%s至%s回答".formatted(hours.from(), hours.to()),
                    "The registry answers from %s to %s only".formatted(hours.from(), hours.to()));
        }
        var since = last.equals(Instant.MIN) ? rate.betweenCalls() : Duration.between(last, now);
        if (since.compareTo(rate.betweenCalls()) < 0 && !since.isNegative()) {
            pause.of(rate.betweenCalls().minus(since));
        }
        last = clock.instant();
    }
}
