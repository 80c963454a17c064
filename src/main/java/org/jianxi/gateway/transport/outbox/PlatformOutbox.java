package org.jianxi.gateway.transport.outbox;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jianxi.gateway.flow.publishing.PublishingRound;
import org.jianxi.gateway.publishing.platform.Platform;
import org.jianxi.gateway.publishing.platform.PlatformRegister;
import org.jianxi.gateway.publishing.platform.PublicationDrain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bean of the route that tells the platforms: each that something is due for at once, one entry after the other. */
public final class PlatformOutbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PlatformOutbox.class);

    private final PublishingRound round;
    private final PlatformRegister platforms;
    private final PublicationDrain drain;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public PlatformOutbox(PublishingRound round, PlatformRegister platforms, PublicationDrain drain) {
        this.round = round;
        this.platforms = platforms;
        this.drain = drain;
    }

    /** Starts on everything that is due now; does not wait for it. */
    public void empty() {
        round.take();
        platforms.all().stream()
                .map(Platform::id)
                .filter(busy::add)
                .forEach(platform -> threads.execute(() -> goOn(platform)));
    }

    private void goOn(String platform) {
        try {
            var due = drain.next(platform);
            while (due.isPresent()) {
                due.get().run();
                due = drain.next(platform);
            }
        } catch (RuntimeException ours) {
            LOG.warn("{} could not be told; it is tried again: {}", platform, ours.toString());
        } finally {
            busy.remove(platform);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
