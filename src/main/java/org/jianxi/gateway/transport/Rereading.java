package org.jianxi.gateway.transport;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at everything that may change while running, again and again. Each look has a thread of its own, so that a key that was
 * revoked never waits for a folder that cannot be read or a server that does not answer.
 */
final class Rereading implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rereading.class);

    private final ScheduledExecutorService clockwork;
    private final Duration every;
    private final List<Runnable> looks;

    /** @param looks in any order: what one of them finds, another that builds on it sees at its next turn */
    Rereading(Duration every, List<Runnable> looks) {
        this.every = every;
        this.looks = List.copyOf(looks);
        this.clockwork = Executors.newScheduledThreadPool(
                looks.size(), Thread.ofVirtual().name("rereading-", 0).factory());
    }

    public void start() {
        for (var look : looks) {
            clockwork.scheduleWithFixedDelay(
                    () -> take(look), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static void take(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException unexpected) {
            LOG.error("A folder could not be looked at; what is in force stays", unexpected);
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
