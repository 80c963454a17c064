package org.jianxi.gateway.registries.query;

import java.time.Duration;

/** Waits. In tests it only notes how long. */
@FunctionalInterface
public interface Pause {

    void of(Duration wait) throws InterruptedException;

    /** As {@link Thread#sleep(Duration)} does. */
    static Pause real() {
        return Thread::sleep;
    }
}
