package org.jianxi.gateway.registries.agent;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Counts callers whose key opens nothing, and notes them once a minute at most: a flood of them must not fill the disk. */
final class Strangers {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final AnswerDesk desk;
    private final Clock clock;
    private Instant noted = Instant.MIN;
    private long count;

    Strangers(AnswerDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    synchronized void cameBy() throws IOException {
        count++;
        var now = clock.instant();
        if (noted.isBefore(now.minus(PAUSE))) {
            desk.write(AuditLine.ofStrangers(now, count));
            noted = now;
            count = 0;
        }
    }
}
