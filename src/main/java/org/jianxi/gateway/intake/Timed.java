package org.jianxi.gateway.intake;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A door that acts by the clock: its route looks every second whether the source's schedule says it is time. */
interface Timed extends Entrance {

    Duration LOOK = Duration.ofSeconds(1);

    @Override
    default boolean isTimed() {
        return true;
    }

    @Override
    default Optional<Map<String, String>> routeParameters() {
        return Entrance.every(LOOK);
    }
}
