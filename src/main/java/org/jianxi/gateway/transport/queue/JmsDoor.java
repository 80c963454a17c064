package org.jianxi.gateway.transport.queue;

import jakarta.jms.Destination;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.intake.JmsEntrance;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.transport.fetch.Connections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bean of the routes that receive from queues. A message and its reply are one transaction of the broker's: what was not
 * decided stays in the queue, and how often it is delivered before it goes to the dead letters is the broker's to say.
 */
public final class JmsDoor {

    private static final Logger LOG = LoggerFactory.getLogger(JmsDoor.class);
    private static final long WAIT_MILLIS = 500;
    private static final int MOST_AT_A_LOOK = 100;

    private final SourceRegister sources;
    private final JmsConnections broker;
    private final JmsReader reader;
    private final Connections connections;

    public JmsDoor(SourceRegister sources, JmsConnections broker, JmsReader reader, Connections connections) {
        this.sources = sources;
        this.broker = broker;
        this.reader = reader;
        this.connections = connections;
    }

    /** Takes in what lies in the source's queue. */
    public void receive(String source) {
        sources.find(new SourceId(source))
                .filter(Source::active)
                .filter(known -> connections.isDue(known.id()))
                .ifPresent(this::receive);
    }

    private void receive(Source source) {
        if (!(source.entrance() instanceof JmsEntrance entrance)) {
            return;
        }
        try (var opened = broker.open(source.id(), entrance);
                var session = opened.connection().createSession(Session.SESSION_TRANSACTED)) {
            if (isEmptied(source, entrance, session)) {
                connections.works(source.id());
            } else {
                connections.failed(source.id(), "a message could not be decided yet");
            }
        } catch (JMSException | IOException | RuntimeException broken) {
            connections.failed(source.id(), broken.getClass().getSimpleName() + ": " + broken.getMessage());
        }
    }

    /** False when a message was given back. */
    private boolean isEmptied(Source source, JmsEntrance entrance, Session session) throws JMSException, IOException {
        try (var consumer = session.createConsumer(session.createQueue(entrance.queue()))) {
            for (var taken = 0; taken < MOST_AT_A_LOOK; taken++) {
                var message = consumer.receive(WAIT_MILLIS);
                if (message == null) {
                    return true;
                }
                var answer = reader.take(source, entrance, message);
                if (answer.isEmpty()) {
                    session.rollback();
                    return false;
                }
                reply(source, entrance, session, message, answer.get());
                session.commit();
            }
            return true;
        }
    }

    private static void reply(Source source, JmsEntrance entrance, Session session, Message message, byte[] answer)
            throws JMSException {
        var destination = destination(entrance, session, message);
        if (destination.isEmpty()) {
            return;
        }
        try (var producer = session.createProducer(destination.get())) {
            var reply = session.createTextMessage(new String(answer, StandardCharsets.UTF_8));
            var asked = message.getJMSCorrelationID();
            reply.setJMSCorrelationID(asked == null ? message.getJMSMessageID() : asked);
            reply.setStringProperty("contentType", "application/json");
            producer.send(reply);
        } catch (InvalidDestinationException | JMSSecurityException nowhere) {
            LOG.warn("{} gets no reply by jms: {}", source.id(), nowhere.getMessage());
        }
    }

    /** Only a queue: what everybody may listen to is no place for a receipt. */
    private static Optional<Destination> destination(JmsEntrance entrance, Session session, Message message)
            throws JMSException {
        if (message.getJMSReplyTo() instanceof Queue asked) {
            return Optional.of(asked);
        }
        return entrance.replyQueue().isPresent()
                ? Optional.of(session.createQueue(entrance.replyQueue().get()))
                : Optional.empty();
    }
}
