package org.jianxi.gateway.intake;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * The source sends to a queue of its broker and we receive from it.
 *
 * @param replyQueue where verdicts go when a message names no place for its reply; empty where nobody waits for them
 * @param mediaType what a message is that does not say so
 * @param every how long after one look the next begins
 */
public record JmsEntrance(
        ServerAddress broker, String queue, Optional<String> replyQueue, Optional<MediaType> mediaType, Duration every)
        implements Entrance {

    @Override
    public Door door() {
        return Door.JMS;
    }

    @Override
    public Optional<Map<String, String>> routeParameters() {
        return Entrance.every(every);
    }

    record Part(
            ServerAddress.Part broker,
            String queue,
            @Nullable String replyQueue,
            @Nullable String mediaType,
            @Nullable Integer everySeconds)
            implements DoorPart {

        private static final int USUAL_SECONDS = 5;

        @Override
        public JmsEntrance entrance() {
            return new JmsEntrance(
                    broker.address(),
                    queue,
                    Optional.ofNullable(replyQueue),
                    Optional.ofNullable(mediaType).flatMap(extension -> MediaType.ofFileName("." + extension)),
                    Seconds.or(everySeconds, USUAL_SECONDS));
        }

        @Override
        public Optional<Misfit> misfit() {
            return broker.address().misfit("/broker");
        }
    }
}
