package org.jianxi.gateway.transport.outbox;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jianxi.gateway.notices.NoticeDrain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bean of the route that sends notices: every source that something is due for at once, each one after the other. */
public final class WebhookOutbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookOutbox.class);

    private final NoticeDrain drain;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public WebhookOutbox(NoticeDrain drain) {
        this.drain = drain;
    }

    /** Starts on everything that is due now; does not wait for it. */
    public void empty() {
        drain.tidy();
        var due = drain.next();
        while (due.isPresent()) {
            var first = due;
            threads.execute(() -> goOn(first));
            due = drain.next();
        }
    }

    /** What a source is still owed follows at once, without waiting for the route's next round. */
    private void goOn(Optional<Runnable> first) {
        try {
            var due = first;
            while (due.isPresent()) {
                due.get().run();
                due = drain.next();
            }
        } catch (RuntimeException ours) {
            LOG.warn("A notice could not be sent; it is tried again: {}", ours.toString());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
