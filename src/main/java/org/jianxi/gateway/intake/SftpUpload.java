package org.jianxi.gateway.intake;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Door;
import org.jspecify.annotations.Nullable;

/** The source uploads to our SFTP server; files that are never renamed or closed cleanly wait {@code settle}. */
public record SftpUpload(Duration settle) implements Entrance {

    @Override
    public Door door() {
        return Door.SFTP_UPLOAD;
    }

    @Override
    public Optional<Map<String, String>> routeParameters() {
        return Settling.looks(settle);
    }

    record Part(@Nullable Integer settleSeconds) implements DoorPart {
        @Override
        public Entrance entrance() {
            return new SftpUpload(Seconds.or(settleSeconds, Settling.USUAL_SECONDS));
        }
    }
}
