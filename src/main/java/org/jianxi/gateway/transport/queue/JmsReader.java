package org.jianxi.gateway.transport.queue;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.intake.JmsEntrance;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.jianxi.gateway.transport.desk.KeptAside;
import org.jianxi.gateway.transport.message.LabelReading;
import org.jianxi.gateway.transport.message.QueueDesk;
import org.jianxi.gateway.transport.message.QueueLabel;
import org.jianxi.gateway.transport.message.QueuedMessage;

/** Turns one JMS message into a reply: bytes and text are read, everything else is kept as it came and refused. */
public final class JmsReader {

    private final QueueDesk desk;
    private final KeptAside aside;
    private final BodyBudget budget;

    public JmsReader(QueueDesk desk, KeptAside aside, BodyBudget budget) {
        this.desk = desk;
        this.aside = aside;
        this.budget = budget;
    }

    /** The JSON document to answer with; empty when nothing was decided. */
    Optional<byte[]> take(Source source, JmsEntrance entrance, Message message) throws JMSException, IOException {
        return switch (message) {
            case BytesMessage bytes -> whole(source, entrance, bytes);
            case TextMessage text ->
                read(
                        source,
                        entrance,
                        message,
                        Optional.ofNullable(text.getText()).orElse("").getBytes(StandardCharsets.UTF_8));
            default -> strange(source, message);
        };
    }

    private Optional<byte[]> whole(Source source, JmsEntrance entrance, BytesMessage message)
            throws JMSException, IOException {
        try {
            return budget.read(new JmsBody(message), message.getBodyLength(), source.mostBytes(), body -> {
                try {
                    return read(source, entrance, message, body);
                } catch (JMSException broken) {
                    throw new IOException(broken);
                }
            });
        } catch (BodyBudget.TooLarge tooLarge) {
            message.reset();
            aside.keep(source.id(), new JmsBody(message));
            return Optional.of(desk.refused(source, Door.JMS, List.of(QueueDesk.tooLarge(source.mostBytes()))));
        }
    }

    private Optional<byte[]> read(Source source, JmsEntrance entrance, Message message, byte[] body)
            throws JMSException, IOException {
        var id = Optional.ofNullable(message.getJMSMessageID()).orElse("");
        return desk.take(source, Door.JMS, new QueuedMessage(id, label(message), entrance.mediaType(), body));
    }

    /** Its bytes are taken from below JMS, where nothing is made of them. */
    private Optional<byte[]> strange(Source source, Message message) throws JMSException, IOException {
        aside.keep(source.id(), rawBytes(message));
        return Optional.of(desk.refused(
                source,
                Door.JMS,
                List.of(LabelReading.envelope(new Bilingual(
                        "只接受BytesMessage或TextMessage，请改用其一重新发送",
                        "only a BytesMessage or a TextMessage is taken; send it again as one of these")))));
    }

    private static InputStream rawBytes(Message message) {
        if (!(message instanceof ActiveMQMessage ours)) {
            return InputStream.nullInputStream();
        }
        var buffer = ours.getCoreMessage().getReadOnlyBodyBuffer();
        var bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return new ByteArrayInputStream(bytes);
    }

    private static QueueLabel label(Message message) throws JMSException {
        var label = new QueueLabel();
        var names = message.getPropertyNames();
        while (names.hasMoreElements()) {
            var name = String.valueOf(names.nextElement());
            if (QueueLabel.isOurs(name)) {
                label.with(name, String.valueOf(message.getStringProperty(name)));
            }
        }
        return label;
    }
}
