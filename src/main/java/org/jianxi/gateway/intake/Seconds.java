package org.jianxi.gateway.intake;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations as source files write them. */
final class Seconds {

    private Seconds() {}

    static Duration or(@Nullable Integer written, int otherwise) {
        return Duration.ofSeconds(written == null ? otherwise : written);
    }
}
