package org.jianxi.gateway.transport;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at everything that may change while running, one after the other, again and again. */
final class Rereading implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rereading.class);

    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("rereading").factory());
    private final Duration every;
    private final List<Runnable> looks;

    /** @param looks in the order they build on one another */
    Rereading(Duration every, List<Runnable> looks) {
        this.every = every;
        this.looks = List.copyOf(looks);
    }

    void start() {
        clockwork.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        for (var look : looks) {
            try {
                look.run();
            } catch (RuntimeException unexpected) {
                LOG.error("A folder could not be looked at; what is in force stays", unexpected);
            }
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
