package org.jianxi.gateway.intake;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * The source writes to a topic and we read it.
 *
 * @param brokers where the cluster is first asked; all speak the same way
 * @param group the consumer group we are; what it has committed is what we have decided
 * @param replyTopic where verdicts go; empty where nobody waits for them
 * @param mediaType what a message is that does not say so
 * @param every how long after one look the next begins
 */
public record KafkaEntrance(
        List<ServerAddress> brokers,
        String topic,
        String group,
        Optional<String> replyTopic,
        Mechanism mechanism,
        Optional<MediaType> mediaType,
        Duration every)
        implements Entrance {

    /** The ways of naming oneself to a Kafka broker; the first needs TLS to be worth anything. */
    public enum Mechanism {
        PLAIN("PLAIN"),
        SCRAM_SHA_256("SCRAM-SHA-256"),
        SCRAM_SHA_512("SCRAM-SHA-512");

        private final String wireName;

        Mechanism(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }

        /** The strongest where nothing is said. */
        static Mechanism named(@Nullable String wireName) {
            return Stream.of(values())
                    .filter(one -> one.wireName.equals(wireName))
                    .findFirst()
                    .orElse(SCRAM_SHA_512);
        }
    }

    public KafkaEntrance {
        brokers = List.copyOf(brokers);
    }

    @Override
    public Door door() {
        return Door.KAFKA;
    }

    @Override
    public Optional<Map<String, String>> routeParameters() {
        return Entrance.every(every);
    }

    /** @param brokers host:port each */
    record Part(
            List<String> brokers,
            String topic,
            @Nullable String group,
            @Nullable String replyTopic,
            @Nullable String security,
            @Nullable String mechanism,
            @Nullable String user,
            @Nullable String password,
            @Nullable String trust,
            @Nullable String mediaType,
            @Nullable Integer everySeconds)
            implements DoorPart {

        private static final int USUAL_SECONDS = 1;

        @Override
        public KafkaEntrance entrance() {
            return new KafkaEntrance(
                    brokers.stream().map(this::address).toList(),
                    topic,
                    group == null ? "jianxi-gateway" : group,
                    Optional.ofNullable(replyTopic),
                    Mechanism.named(mechanism),
                    Optional.ofNullable(mediaType).flatMap(extension -> MediaType.ofFileName("." + extension)),
                    Seconds.or(everySeconds, USUAL_SECONDS));
        }

        @Override
        public Optional<Misfit> misfit() {
            return brokers.stream()
                    .flatMap(broker -> address(broker).misfit("").stream())
                    .findFirst();
        }

        private ServerAddress address(String broker) {
            var colon = broker.lastIndexOf(':');
            return new ServerAddress.Part(
                            broker.substring(0, colon),
                            Integer.parseInt(broker.substring(colon + 1)),
                            security,
                            user,
                            password,
                            trust)
                    .address();
        }
    }
}
