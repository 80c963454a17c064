package org.jianxi.gateway.outgoing;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: full jitter, so that many who failed together do not come back together.
 *
 * @param first the longest wait after the first try; doubles with each
 * @param most no wait is longer, unless the other side asks for it
 */
public record Backoff(Duration first, Duration most, RandomGenerator random) {

    /** Whoever asks for more than this is asked again after it. */
    private static final Duration LONGEST_ASKED_FOR = Duration.ofHours(1);

    private static final int DOUBLINGS = 20;

    /** Up to two seconds at first, never more than a quarter of an hour. */
    public static Backoff standard(RandomGenerator random) {
        return new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(15), random);
    }

    public Duration afterTry(int tries, Optional<Duration> askedFor) {
        var doubled = first.multipliedBy(1L << Math.clamp(tries - 1L, 0, DOUBLINGS));
        var ceiling = doubled.compareTo(most) < 0 ? doubled : most;
        var jittered = Duration.ofMillis(random.nextLong(ceiling.toMillis() + 1));
        var asked = askedFor.filter(wait -> wait.compareTo(LONGEST_ASKED_FOR) <= 0)
                .or(() -> askedFor.map(wait -> LONGEST_ASKED_FOR))
                .orElse(Duration.ZERO);
        return jittered.compareTo(asked) > 0 ? jittered : asked;
    }
}
