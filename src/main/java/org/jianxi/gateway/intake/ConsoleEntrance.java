package org.jianxi.gateway.intake;

import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Door;

/** A person of the unit uploads at the console; the console's pages serve all who do. */
public record ConsoleEntrance() implements Entrance {

    @Override
    public Door door() {
        return Door.CONSOLE;
    }

    @Override
    public Optional<Map<String, String>> routeParameters() {
        return Optional.empty();
    }

    record Part() implements DoorPart {
        @Override
        public Entrance entrance() {
            return new ConsoleEntrance();
        }
    }
}
