package org.jianxi.gateway.notices;

import java.time.Duration;
import java.util.Optional;

/** The way to a source's own system. Never throws for what happens on the other side: every ending is an {@link Answer}. */
public interface WebhookChannel {

    Answer post(Endpoint endpoint, SignedNotice message);

    /** How one try ended. */
    sealed interface Answer {

        /** 2xx: it is theirs now. */
        record Taken(int status) implements Answer {}

        /** 410: nobody is to call this address any more. */
        record Gone() implements Answer {}

        /** Anything else; the same is sent again. */
        record Failed(String why, Optional<Duration> retryAfter) implements Answer {
            public Failed(String why) {
                this(why, Optional.empty());
            }
        }
    }
}
