package org.jianxi.gateway.transport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock on which a minute passes each time it is looked at, so that in a test it is always somebody's turn. */
public final class QuickClock extends Clock {

    private static final Duration STEP = Duration.ofMinutes(1);

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    public QuickClock(Instant start) {
        this(new AtomicReference<>(start), ZoneOffset.UTC);
    }

    private QuickClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new QuickClock(now, other);
    }

    @Override
    public Instant instant() {
        return now.getAndUpdate(before -> before.plus(STEP));
    }
}
