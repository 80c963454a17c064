package org.jianxi.gateway.registries.extracts;

import java.time.Duration;
import org.jianxi.gateway.registries.run.Way;

/**
 * How files of a registry are taken from its folder.
 *
 * @param settle how long one must keep its size and time before it is taken for whole
 * @param leftovers what becomes of a file that was taken
 */
public record ExtractArrival(Duration settle, Leftovers leftovers) {

    private static final int USUAL_SECONDS = 30;

    /** What becomes of a file that was taken. */
    public enum Leftovers {
        DELETED,
        KEPT
    }

    public static ExtractArrival of(Way.Extract way) {
        var extract = way.file().tree().path("extract");
        return new ExtractArrival(
                Duration.ofSeconds(extract.path("settleSeconds").asInt(USUAL_SECONDS)),
                extract.path("keep").asBoolean(false) ? Leftovers.KEPT : Leftovers.DELETED);
    }
}
