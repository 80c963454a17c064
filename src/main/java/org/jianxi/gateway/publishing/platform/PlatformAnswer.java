package org.jianxi.gateway.publishing.platform;

import java.time.Duration;
import java.util.Optional;

/** How one try ended. */
public sealed interface PlatformAnswer {

    /** They did it, and this is their proof. */
    record Confirmed(String number) implements PlatformAnswer {}

    /** They will not have this one entry as it is; others they may. */
    record Refused(String why) implements PlatformAnswer {}

    /** Nobody knows, or they take nothing at the moment. */
    record Unclear(String why, Optional<Duration> retryAfter) implements PlatformAnswer {
        public Unclear(String why) {
            this(why, Optional.empty());
        }
    }
}
