package org.jianxi.gateway.transport.queue;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.flow.Outcome;
import org.jianxi.gateway.transport.JmsBroker;
import org.jianxi.gateway.transport.QueueHome;
import org.jianxi.gateway.transport.RecordingReception;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.jianxi.gateway.transport.fetch.Connections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Artemis broker over TCP is asked, as the route asks it; only the flow behind the door is a stand-in. */
class JmsDoorTest {

    private static final SourceId LIJIANG = new SourceId("lijiang");

    @TempDir
    static Path folder;

    private static JmsBroker broker;

    @TempDir
    Path temp;

    private final String queue = "returns-" + UUID.randomUUID();
    private QueueHome home;
    private Connections connections;
    private JmsDoor door;
    private Connection connection;
    private Session session;

    @BeforeAll
    static void aBroker() throws Exception {
        broker = new JmsBroker(folder);
    }

    @AfterAll
    static void stopped() throws Exception {
        broker.close();
    }

    @BeforeEach
    void aDoor() throws Exception {
        home = QueueHome.in(temp);
        open(broker.port());
        connection = broker.connect();
        session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
    }

    @AfterEach
    void closed() throws Exception {
        connection.close();
    }

    @Test
    void bytesAreADeliveryAndTheReceiptGoesWhereTheMessageSays() throws Exception {
        var message = session.createBytesMessage();
        message.writeBytes("{}".getBytes(StandardCharsets.UTF_8));
        message.setStringProperty("contentType", "application/json");
        message.setStringProperty("period", "2023-06");
        message.setStringProperty("sender", "530700");
        message.setStringProperty("CamelHttpUri", "http://elsewhere");
        message.setJMSCorrelationID("c-9");
        message.setJMSReplyTo(session.createQueue(queue + "-mine"));
        send(message);

        door.receive("lijiang");

        var delivery = home.reception().deliveries.getFirst();
        assertThat(delivery.door()).isEqualTo(Door.JMS);
        assertThat(delivery.sender()).contains(new Sender("530700"));
        assertThat(delivery.period()).contains(Period.of("2023-06"));
        assertThat(delivery.mediaType()).isEqualTo(MediaType.JSON);
        assertThat(delivery.content()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
        var reply = received(queue + "-mine");
        assertThat(((TextMessage) reply).getText()).contains("\"verdict\":\"accepted\"", "\"signature\":\"AQID\"");
        assertThat(reply.getJMSCorrelationID()).isEqualTo("c-9");
        assertThat(received(queue + "-replies")).isNull();
    }

    @Test
    void textIsADeliveryAndItsReplyNamesTheMessage() throws Exception {
        var message = session.createTextMessage("<a>见习</a>");
        message.setStringProperty("content_type", "application/xml");
        send(message);

        door.receive("lijiang");

        assertThat(home.reception().deliveries.getFirst().content())
                .isEqualTo("<a>见习</a>".getBytes(StandardCharsets.UTF_8));
        var reply = received(queue + "-replies");
        assertThat(reply.getJMSCorrelationID()).isEqualTo(message.getJMSMessageID());
    }

    @Test
    void whatWasNotDecidedIsGivenBackAndComesAgainWithTheSameKey() throws Exception {
        home.reception().answer = new Outcome.Unfinished("the database is away");
        send(text("first"));
        send(text("second"));

        door.receive("lijiang");
        assertThat(bodies()).containsExactly("first");
        assertThat(connections.troubles()).containsKey(LIJIANG);
        assertThat(received(queue + "-replies")).isNull();

        home.reception().answer = RecordingReception.ACCEPTED;
        door.receive("lijiang");
        door.receive("lijiang");

        assertThat(bodies()).containsExactly("first", "first", "second");
        assertThat(home.reception().deliveries.get(0).idempotencyKey())
                .isEqualTo(home.reception().deliveries.get(1).idempotencyKey());
        assertThat(connections.troubles()).isEmpty();
    }

    @Test
    void howOftenItIsTriedIsTheBrokersToSayAndThenItLiesWithTheDeadLetters() throws Exception {
        home.reception().answer = new Outcome.Unfinished("the database is away");
        send(text("first"));
        for (var look = 0; look < JmsBroker.MOST_TRIES + 2; look++) {
            door.receive("lijiang");
        }

        assertThat(bodies()).hasSize(JmsBroker.MOST_TRIES);
        assertThat(((TextMessage) received("DLQ")).getText()).isEqualTo("first");
    }

    @Test
    void anObjectIsRefusedUnreadAndStandsInNobodysWay() throws Exception {
        send(session.createObjectMessage(new Trap()));
        send(text("good"));

        door.receive("lijiang");

        assertThat(Trap.sprung).isFalse();
        assertThat(bodies()).containsExactly("good");
        assertThat(home.kept()).hasSize(1);
        assertThat(home.kept().getFirst()).contains("Trap");
        assertThat(((TextMessage) received(queue + "-replies")).getText()).contains("S-ENVELOPE", "BytesMessage");
    }

    @Test
    void whatIsTooLargeIsKeptByteForByteAndRefused() throws Exception {
        var large = "x".repeat(1024 * 1024 + 1);
        var message = session.createBytesMessage();
        message.writeBytes(large.getBytes(StandardCharsets.UTF_8));
        message.setStringProperty("contentType", "application/json");
        send(message);

        door.receive("lijiang");

        assertThat(home.kept()).containsExactly(large);
        assertThat(home.reception().deliveries).isEmpty();
        assertThat(((TextMessage) received(queue + "-replies")).getText()).contains("S-LIMIT");
    }

    @Test
    void aReplyIsNotSentToWhatEverybodyListensTo() throws Exception {
        var message = text("{}");
        message.setJMSReplyTo(session.createTopic(queue + "-topic"));
        try (var listening = session.createConsumer(session.createTopic(queue + "-topic"))) {
            send(message);

            door.receive("lijiang");

            assertThat(listening.receive(300)).isNull();
        }
        assertThat(received(queue + "-replies")).isNotNull();
    }

    @Test
    void aWrongPasswordIsSaidWithoutSayingIt() throws Exception {
        Files.writeString(temp.resolve("var/password.txt"), "0therSecret");
        send(text("{}"));

        door.receive("lijiang");

        assertThat(home.reception().deliveries).isEmpty();
        assertThat(connections.troubles().get(LIJIANG).why()).doesNotContain("0therSecret");
    }

    @Test
    void anAbsentBrokerIsSaidAndTriedAgain() throws Exception {
        open(9);
        door.receive("lijiang");
        assertThat(connections.troubles()).containsKey(LIJIANG);

        open(broker.port());
        door.receive("lijiang");
        assertThat(connections.troubles()).isEmpty();
    }

    /** Says so when anybody makes an object of it. */
    static final class Trap implements Serializable {
        private static final long serialVersionUID = 1L;
        static boolean sprung;

        private void readObject(java.io.ObjectInputStream stream) {
            sprung = true;
        }
    }

    private void open(int port) throws Exception {
        connections = connections == null ? home.connections() : connections;
        var register = home.source("""
                kind: jms
                broker: {host: 127.0.0.1, port: %d, security: none, user: 'file:user.txt', password: 'file:password.txt'}
                queue: %s
                replyQueue: %s-replies
                """.formatted(port, queue, queue));
        var reader = new JmsReader(home.desk(), home.aside(), new BodyBudget(64, System::nanoTime));
        door = new JmsDoor(register, new JmsConnections(home.loopback(), home.secrets()), reader, connections);
    }

    private TextMessage text(String body) throws Exception {
        var message = session.createTextMessage(body);
        message.setStringProperty("contentType", "application/json");
        return message;
    }

    private void send(Message message) throws Exception {
        try (var producer = session.createProducer(session.createQueue(queue))) {
            producer.send(message);
        }
    }

    private Message received(String from) throws Exception {
        try (var consumer = session.createConsumer(session.createQueue(from))) {
            return consumer.receive(300);
        }
    }

    private List<String> bodies() {
        return home.reception().deliveries.stream()
                .map(delivery -> new String(delivery.content(), StandardCharsets.UTF_8))
                .toList();
    }
}
