package org.jianxi.gateway.intake;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How long a file must have lain unchanged before it is taken for whole. */
final class Settling {

    static final int USUAL_SECONDS = 2;

    private static final int LOOKS_BETWEEN = 4;
    private static final long SOONEST_MILLIS = 250;
    private static final long LATEST_MILLIS = 30_000;

    private Settling() {}

    /** Often enough that a settled file does not wait long, never so often that the looking costs anything. */
    static Optional<Map<String, String>> looks(Duration settle) {
        var millis = Math.clamp(settle.toMillis() / LOOKS_BETWEEN, SOONEST_MILLIS, LATEST_MILLIS);
        return Entrance.every(Duration.ofMillis(millis));
    }
}
