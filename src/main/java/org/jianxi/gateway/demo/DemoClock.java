package org.jianxi.gateway.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The real clock, moved: it starts at a chosen instant, ticks on as the real one does, and can be put forward. */
final class DemoClock extends Clock {

    private final Clock real;
    private volatile Duration ahead;

    private DemoClock(Clock real, Duration ahead) {
        this.real = real;
        this.ahead = ahead;
    }

    static DemoClock startingAt(Instant start, Clock real) {
        return new DemoClock(real, Duration.between(real.instant(), start));
    }

    /** Puts the clock forward to {@code instant}; an instant already past changes nothing. */
    void forwardTo(Instant instant) {
        var further = Duration.between(instant(), instant);
        if (further.isPositive()) {
            ahead = ahead.plus(further);
        }
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DemoClock(real.withZone(zone), ahead);
    }
}
