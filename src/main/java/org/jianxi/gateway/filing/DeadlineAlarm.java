package org.jianxi.gateway.filing;

import java.time.Clock;
import java.time.Duration;
import org.jianxi.gateway.filing.Incidents.Incident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a person when the province's deadline for a filed return comes near, or passes, and nothing is acknowledged. By whatever
 * channel the return goes, and also where none is configured.
 */
public final class DeadlineAlarm {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineAlarm.class);

    private final FilingStore store;
    private final Duration margin;
    private final Clock clock;

    /** @param margin how long before the deadline is near it */
    public DeadlineAlarm(FilingStore store, Duration margin, Clock clock) {
        this.store = store;
        this.margin = margin;
        this.clock = clock;
    }

    /** Each message once when its deadline is near and once when it has passed. */
    public void raise() {
        var now = clock.instant();
        for (var pressing : store.outbox().pressing(now, margin)) {
            var passed = now.isAfter(pressing.deadline());
            var kind = passed ? "deadline-passed" : "deadline-near";
            var detail = "not acknowledged; the deadline is " + pressing.deadline();
            LOG.warn("{} {}: {}", kind, pressing.messageId(), detail);
            store.incidents().report(new Incident(kind, pressing.messageId(), detail, now), new byte[0]);
            store.outbox().markAlarmed(pressing.messageId(), now);
        }
    }
}
