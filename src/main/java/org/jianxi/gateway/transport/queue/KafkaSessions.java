package org.jianxi.gateway.transport.queue;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.intake.KafkaEntrance;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.intake.SourceRegister;

/**
 * The connections to the sources' topics, kept open between looks, since joining a group takes seconds. One whose source changed
 * or went away is closed.
 */
public final class KafkaSessions implements AutoCloseable {

    private final SourceRegister sources;
    private final KafkaSettings settings;
    private final Map<SourceId, KafkaSession> open = new ConcurrentHashMap<>();

    public KafkaSessions(SourceRegister sources, KafkaSettings settings) {
        this.sources = sources;
        this.settings = settings;
    }

    /** The one that is open, or a new one with the credentials as they are now. */
    KafkaSession of(Source source, KafkaEntrance entrance) throws IOException {
        var known = open.get(source.id());
        if (known != null && known.isFor(entrance)) {
            return known;
        }
        close(source.id());
        var consumer = new KafkaConsumer<>(
                settings.consumer(source.id(), entrance), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var producer = new KafkaProducer<>(
                settings.producer(source.id(), entrance), new ByteArraySerializer(), new ByteArraySerializer());
        var fresh = new KafkaSession(entrance, consumer, producer);
        open.put(source.id(), fresh);
        return fresh;
    }

    /** Closes those that no source asks for as they are. */
    public void tidy() {
        open.forEach((id, session) -> {
            var wanted = sources.find(id)
                    .filter(source -> source.entrance() instanceof KafkaEntrance entrance && session.isFor(entrance))
                    .isPresent();
            if (!wanted) {
                Thread.ofVirtual().start(() -> close(id));
            }
        });
    }

    int count() {
        return open.size();
    }

    void close(SourceId id) {
        var session = open.remove(id);
        if (session != null) {
            session.close();
        }
    }

    @Override
    public void close() {
        open.keySet().forEach(this::close);
    }
}
