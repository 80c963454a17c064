package org.jianxi.gateway.transport.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jianxi.gateway.filing.DeadlineAlarm;
import org.jianxi.gateway.filing.OutboxDrain;
import org.springframework.beans.factory.ObjectProvider;

/** The bean of the route that empties the outbox. Without a ministry configured, filed returns wait. */
public final class MinistryOutbox {

    private final ObjectProvider<OutboxDrain> drain;
    private final DeadlineAlarm alarm;
    private final Duration collecting;
    private final Clock clock;
    private final AtomicReference<Instant> nextCollection = new AtomicReference<>(Instant.MIN);

    /** @param collecting the least time between two looks at what the ministry left to be fetched */
    public MinistryOutbox(ObjectProvider<OutboxDrain> drain, DeadlineAlarm alarm, Duration collecting, Clock clock) {
        this.drain = drain;
        this.alarm = alarm;
        this.collecting = collecting;
        this.clock = clock;
    }

    /** Raises the alarms that are due, fetches what was left for us, tries every message that is due now. */
    public void empty() {
        alarm.raise();
        drain.ifAvailable(outbox -> {
            if (isTimeToCollect()) {
                outbox.collect();
            }
            var more = true;
            while (more) {
                more = outbox.drainOnce();
            }
        });
    }

    private boolean isTimeToCollect() {
        var now = clock.instant();
        var due = nextCollection.get();
        return !now.isBefore(due) && nextCollection.compareAndSet(due, now.plus(collecting));
    }
}
