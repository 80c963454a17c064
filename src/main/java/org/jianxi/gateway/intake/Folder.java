package org.jianxi.gateway.intake;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Door;
import org.jspecify.annotations.Nullable;

/** The source leaves files in a folder of ours; one is read when it lay unchanged for {@code settle}. */
public record Folder(Duration settle) implements Entrance {

    @Override
    public Door door() {
        return Door.FOLDER;
    }

    @Override
    public Optional<Map<String, String>> routeParameters() {
        return Settling.looks(settle);
    }

    record Part(@Nullable Integer settleSeconds) implements DoorPart {
        @Override
        public Entrance entrance() {
            return new Folder(Seconds.or(settleSeconds, Settling.USUAL_SECONDS));
        }
    }
}
