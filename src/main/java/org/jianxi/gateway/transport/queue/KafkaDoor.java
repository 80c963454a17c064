package org.jianxi.gateway.transport.queue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.intake.KafkaEntrance;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.transport.fetch.Connections;
import org.jianxi.gateway.transport.message.QueueDesk;
import org.jianxi.gateway.transport.message.QueueLabel;
import org.jianxi.gateway.transport.message.QueuedMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bean of the routes that read topics. Each partition in its order, each record's verdict before its commit: one that was
 * not decided is read again, and nothing behind it is taken before it.
 */
public final class KafkaDoor {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaDoor.class);
    private static final int MOST_READS = 20;

    private final SourceRegister sources;
    private final KafkaSessions sessions;
    private final QueueDesk desk;
    private final Connections connections;

    public KafkaDoor(SourceRegister sources, KafkaSessions sessions, QueueDesk desk, Connections connections) {
        this.sources = sources;
        this.sessions = sessions;
        this.desk = desk;
        this.connections = connections;
    }

    /** Takes in what lies in the source's topic. */
    public void read(String source) {
        sources.find(new SourceId(source))
                .filter(Source::active)
                .filter(known -> connections.isDue(known.id()))
                .ifPresent(this::read);
    }

    private void read(Source source) {
        if (!(source.entrance() instanceof KafkaEntrance entrance)) {
            return;
        }
        try {
            var session = sessions.of(source, entrance);
            session.lock.lock();
            try {
                read(source, entrance, session);
            } finally {
                session.lock.unlock();
            }
        } catch (IOException | RuntimeException broken) {
            connections.failed(source.id(), described(broken));
            sessions.close(source.id());
        }
    }

    private void read(Source source, KafkaEntrance entrance, KafkaSession session) throws IOException {
        for (var reads = 0; reads < MOST_READS; reads++) {
            var records = session.read();
            if (!session.isConnected()) {
                connections.failed(source.id(), "no broker answers at " + entrance.brokers());
                return;
            }
            var allDecided = true;
            for (var partition : records.partitions()) {
                allDecided &= isDecided(source, entrance, session, records.records(partition));
            }
            if (!allDecided) {
                connections.failed(source.id(), "a message could not be decided yet");
                return;
            }
            connections.works(source.id());
            if (records.isEmpty()) {
                return;
            }
        }
    }

    /** Whether every record of one partition was; it will be read from the first that was not. */
    private boolean isDecided(
            Source source,
            KafkaEntrance entrance,
            KafkaSession session,
            Iterable<ConsumerRecord<byte[], byte[]>> partition)
            throws IOException {
        for (var record : partition) {
            var answer = desk.take(source, Door.KAFKA, message(source, entrance, record));
            if (answer.isEmpty()) {
                session.again(record);
                return false;
            }
            entrance.replyTopic()
                    .ifPresent(topic -> reply(source, session, KafkaReply.to(record, topic, answer.get())));
            session.decided(record);
        }
        return true;
    }

    private static void reply(Source source, KafkaSession session, ProducerRecord<byte[], byte[]> reply) {
        if (!session.isSent(reply) && !session.isSent(KafkaReply.inShort(reply))) {
            LOG.error("{} gets no reply by kafka: its brokers take none so large", source.id());
        }
    }

    private static QueuedMessage message(Source source, KafkaEntrance entrance, ConsumerRecord<byte[], byte[]> record) {
        var label = new QueueLabel();
        record.headers()
                .forEach(header -> label.with(
                        header.key(),
                        header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
        if (label.value(QueueLabel.SENDER).isEmpty()) {
            senderIn(source, record).ifPresent(sender -> label.with(QueueLabel.SENDER, sender.code()));
        }
        var body = record.value() == null ? new byte[0] : record.value();
        return new QueuedMessage(KafkaReply.placeOf(record), label, entrance.mediaType(), body);
    }

    /** A key that is the code of one of the source's senders says whose return it is, as it keeps that sender's order. */
    private static Optional<Sender> senderIn(Source source, ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(record.key())
                .map(key -> new String(key, StandardCharsets.UTF_8))
                .flatMap(Sender::parse)
                .filter(source::carries);
    }

    private static String described(Exception broken) {
        return broken.getClass().getSimpleName() + ": " + broken.getMessage();
    }
}
