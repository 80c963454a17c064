package org.jianxi.gateway.registries.query;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** How we name ourselves to a registry: headers that may hold the time, and are made anew for each call. */
@FunctionalInterface
public interface CallerHeaders {

    /** Throws {@link IOException}, which names the reference and never the secret, where the secret is not there. */
    Map<String, String> at(Instant now) throws IOException;
}
