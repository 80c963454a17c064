package org.jianxi.gateway.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often one caller may ask: a burst, then one each interval. Remembers the last thousand callers. */
public final class Pace {

    private static final int MOST_CALLERS = 1000;

    private final Clock clock;
    private final int burst;
    private final Duration interval;
    private final Map<String, Instant> freeAt = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    public Pace(Clock clock, int burst, Duration interval) {
        this.clock = clock;
        this.burst = burst;
        this.interval = interval;
    }

    /** False when this caller must wait; asking too early costs nothing more. */
    public synchronized boolean allows(String caller) {
        var now = clock.instant();
        var known = freeAt.getOrDefault(caller, Instant.MIN);
        var from = known.isBefore(now) ? now : known;
        if (Duration.between(now, from).compareTo(interval.multipliedBy(burst - 1L)) > 0) {
            return false;
        }
        freeAt.put(caller, from.plus(interval));
        return true;
    }

    /** Gives back what {@link #allows} took, for an attempt that turned out to be no guess. */
    public synchronized void forgives(String caller) {
        freeAt.computeIfPresent(caller, (who, free) -> free.minus(interval));
    }
}
