package org.jianxi.gateway.intake;

import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Door;

/** The source calls us; one route serves all who do. */
public record HttpPush() implements Entrance {

    @Override
    public Door door() {
        return Door.HTTP_PUSH;
    }

    @Override
    public Optional<Map<String, String>> routeParameters() {
        return Optional.empty();
    }

    record Part() implements DoorPart {
        @Override
        public Entrance entrance() {
            return new HttpPush();
        }
    }
}
