package org.jianxi.gateway.flow.crossmatch;

import org.jianxi.gateway.registries.run.Registry;

/**
 * A registry for one run, and what is to be let go of after it.
 *
 * @param release of files and connections
 */
public record OpenRegistry(Registry registry, Runnable release) implements AutoCloseable {

    /** One that holds nothing. */
    static OpenRegistry of(Registry registry) {
        return new OpenRegistry(registry, () -> {});
    }

    @Override
    public void close() {
        release.run();
    }
}
