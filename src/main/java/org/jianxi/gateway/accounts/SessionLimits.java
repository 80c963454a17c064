package org.jianxi.gateway.accounts;

import java.time.Duration;

/**
 * How long a session lasts.
 *
 * @param unused from its last use on
 * @param longest from its beginning on, however much it is used
 */
public record SessionLimits(Duration unused, Duration longest) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);
    private static final int USES_IN_A_LIFE = 4;

    public static final SessionLimits USUAL = new SessionLimits(Duration.ofMinutes(15), Duration.ofHours(1));

    public SessionLimits {
        if (unused.compareTo(SHORTEST) < 0 || longest.compareTo(unused) < 0) {
            throw new IllegalArgumentException(
                    "jianxi.console.session: unused 至少 at least %s, longest 不短于 not shorter than unused"
                            .formatted(SHORTEST));
        }
    }

    /** Uses are written down no more often than this, so that a page costs no write. */
    Duration writtenEvery() {
        var part = unused.dividedBy(USES_IN_A_LIFE);
        return part.compareTo(WRITTEN_EVERY) < 0 ? part : WRITTEN_EVERY;
    }
}
