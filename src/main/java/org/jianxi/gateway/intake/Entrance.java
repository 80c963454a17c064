package org.jianxi.gateway.intake;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Door;

/**
 * The door a source comes in by, with what that kind of door needs to know: one record for each kind, each in a file of its
 * own beside this one, with the form it is written in ({@link DoorPart}) inside.
 */
public interface Entrance {

    Door door();

    /**
     * What the door's route template is filled in with, besides {@code route} and {@code source}; empty where the source has no
     * route of its own, because one route serves all who call us.
     */
    Optional<Map<String, String>> routeParameters();

    /** Whether the door acts by the clock, so that the source must say when. */
    default boolean isTimed() {
        return false;
    }

    /** Parameters of a route that a scheduler starts, over and over with {@code pause} between. */
    static Optional<Map<String, String>> every(Duration pause) {
        return Optional.of(Map.of("delay", Long.toString(pause.toMillis())));
    }
}
