package org.jianxi.gateway.transport.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.flow.Outcome;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.pulling.AllowedAddresses;
import org.jianxi.gateway.transport.KafkaBroker;
import org.jianxi.gateway.transport.QueueHome;
import org.jianxi.gateway.transport.RecordingReception;
import org.jianxi.gateway.transport.fetch.Connections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Kafka broker is read, as the route reads it; only the flow behind the door is a stand-in. */
class KafkaDoorTest {

    private static final SourceId LIJIANG = new SourceId("lijiang");
    private static final Map<String, String> JUNE = Map.of("content-type", "application/json", "period", "2023-06");

    @TempDir
    static Path folder;

    private static KafkaBroker broker;
    private static KafkaProducer<byte[], byte[]> sending;

    @TempDir
    Path temp;

    private final String topic = "returns-" + UUID.randomUUID();
    private final String replies = topic + "-replies";
    private QueueHome home;
    private Connections connections;
    private KafkaSessions sessions;
    private KafkaDoor door;

    @BeforeAll
    static void aBroker() throws Exception {
        broker = new KafkaBroker(folder);
        sending = new KafkaProducer<>(broker.client(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterAll
    static void stopped() {
        sending.close(Duration.ofSeconds(1));
        broker.close();
    }

    @BeforeEach
    void aDoor() throws Exception {
        broker.create(topic, replies);
        home = QueueHome.in(temp);
        connections = home.connections();
        open(home.source(source(broker.address(), "")));
    }

    @AfterEach
    void closed() {
        sessions.close();
    }

    @Test
    void aRecordIsADeliveryAndItsReceiptGoesToTheReplyTopic() throws Exception {
        send(
                "530700",
                "{}",
                Map.of(
                        "Content-Type", "application/json",
                        "period", "2023-06",
                        "idempotency_key", "k-1",
                        "correlation-id", "c-9",
                        "CamelHttpUri", "http://elsewhere"));

        readUntil(1);

        var delivery = home.reception().deliveries.getFirst();
        assertThat(delivery.source()).isEqualTo(LIJIANG);
        assertThat(delivery.door()).isEqualTo(Door.KAFKA);
        assertThat(delivery.sender()).contains(new Sender("530700"));
        assertThat(delivery.period()).contains(Period.of("2023-06"));
        assertThat(delivery.mediaType()).isEqualTo(MediaType.JSON);
        assertThat(delivery.dataset()).isEqualTo("monthly-return");
        assertThat(delivery.idempotencyKey()).contains("k-1");
        assertThat(delivery.content()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
        var reply = replies(1).getFirst();
        assertThat(text(reply.key())).isEqualTo("530700");
        assertThat(text(reply.value())).contains("\"verdict\":\"accepted\"", "\"signature\":\"AQID\"");
        assertThat(header(reply, "correlation-id")).isEqualTo("c-9");
        assertThat(header(reply, "in-reply-to")).startsWith(topic + "/");
    }

    @Test
    void aRecordThatWasNotDecidedIsReadAgainBeforeThoseBehindIt() throws Exception {
        home.reception().answer = new Outcome.Unfinished("the database is away");
        send("530700", "first", JUNE);
        send("530700", "second", JUNE);
        readUntil(1);
        readUntil(2);
        assertThat(bodies()).containsOnly("first");
        assertThat(connections.troubles()).containsKey(LIJIANG);

        home.reception().answer = RecordingReception.ACCEPTED;
        home.reception().deliveries.clear();
        readUntil(2);

        assertThat(bodies()).containsExactly("first", "second");
        assertThat(connections.troubles()).isEmpty();
    }

    @Test
    void afterADeathOnlyWhatWasNotCommittedComesAgainWithTheSameKey() throws Exception {
        send("530700", "first", JUNE);
        readUntil(1);
        home.reception().answer = new Outcome.Unfinished("dying");
        send("530700", "second", JUNE);
        readUntil(2);
        var key = home.reception().deliveries.getLast().idempotencyKey();
        sessions.close();

        home.reception().deliveries.clear();
        home.reception().answer = RecordingReception.ACCEPTED;
        open(home.source(source(broker.address(), "")));
        readUntil(1);

        assertThat(bodies()).containsExactly("second");
        assertThat(home.reception().deliveries.getFirst().idempotencyKey()).isEqualTo(key);
    }

    @Test
    void whatCannotBeTakenInIsKeptAnsweredAndStandsInNobodysWay() throws Exception {
        var large = "x".repeat(1024 * 1024 - 200) + "\u0001".repeat(300);
        send("530700", "no type", Map.of("period", "June", "dataset", "other"));
        send("530700", large, JUNE);
        send("530700", "good", JUNE);

        readUntil(1);

        assertThat(bodies()).containsExactly("good");
        assertThat(home.kept()).containsExactlyInAnyOrder("no type", large);
        var answers = replies(3).stream().map(reply -> text(reply.value())).toList();
        assertThat(answers.getFirst())
                .contains(
                        "\"verdict\":\"rejected\"",
                        "S-ENVELOPE",
                        "period",
                        "content-type",
                        "does not deliver that dataset");
        assertThat(answers.get(1)).contains("S-LIMIT", "1048576");
        assertThat(answers.get(2)).contains("\"verdict\":\"accepted\"");
    }

    @Test
    void aSenderThatIsNotTheSourcesSpeaksForNobody() throws Exception {
        send(null, "{}", Map.of("content-type", "application/json", "sender", "530100"));
        send(null, "{ }", Map.of("content-type", "application/json"));
        readUntil(2);

        assertThat(home.reception().deliveries)
                .extracting(Delivery::senders)
                .containsExactlyInAnyOrder(Set.of(), Set.of(new Sender("530700"), new Sender("530800")));
    }

    @Test
    void aHeaderWithTwoMeaningsIsRefused() throws Exception {
        var record = record("530700", "{}", JUNE);
        record.headers().add("period", "2023-05".getBytes(StandardCharsets.UTF_8));
        sending.send(record).get();

        read();

        assertThat(text(replies(1).getFirst().value())).contains("the property period stands twice");
        assertThat(home.reception().deliveries).isEmpty();
    }

    @Test
    void credentialsComeFromWhereTheSourceSaysTheyLie() throws Exception {
        sessions.close();
        open(home.source(source(broker.secureAddress(), """
                mechanism: PLAIN
                user: file:user.txt
                password: file:password.txt
                """)));
        send("530700", "{}", JUNE);

        readUntil(1);

        assertThat(bodies()).containsExactly("{}");
    }

    @Test
    void aWrongPasswordIsSaidWithoutSayingIt() throws Exception {
        sessions.close();
        Files.writeString(temp.resolve("var/password.txt"), "0therSecret");
        open(home.source(source(broker.secureAddress(), """
                mechanism: PLAIN
                user: file:user.txt
                password: file:password.txt
                """)));

        await().atMost(Duration.ofSeconds(20)).until(() -> {
            door.read("lijiang");
            return connections.troubles().containsKey(LIJIANG);
        });

        assertThat(connections.troubles().get(LIJIANG).why()).doesNotContain("0therSecret");
    }

    @Test
    void anAbsentBrokerHoldsNobodyUpAndIsSaid() throws Exception {
        sessions.close();
        open(home.source(source("127.0.0.1:9", "")));
        var begin = System.nanoTime();

        door.read("lijiang");

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        assertThat(connections.troubles().get(LIJIANG).why()).contains("127.0.0.1:9");
    }

    @Test
    void aBrokerInsideTheOfficeIsNotAskedUnlessTheOperatorSaysSo() throws Exception {
        sessions.close();
        var register = home.source(source(broker.address(), ""));
        var nowhere = new AllowedAddresses(List.of(), InetAddress::getAllByName);
        sessions = new KafkaSessions(register, new KafkaSettings(nowhere, home.secrets()));
        door = new KafkaDoor(register, sessions, home.desk(), connections);
        send("530700", "{}", JUNE);

        door.read("lijiang");

        assertThat(connections.troubles().get(LIJIANG).why()).contains("not listed");
        assertThat(home.reception().deliveries).isEmpty();
    }

    @Test
    void theConnectionOfASourceThatWentAwayIsClosed() throws Exception {
        read();
        var register = home.source(source(broker.address(), ""));
        assertThat(register.find(LIJIANG)).isPresent();
        sessions.tidy();
        assertThat(sessions.count()).isEqualTo(1);

        Files.delete(temp.resolve("mappings/lijiang/source.yaml"));
        sources.reread();
        sources.reread();
        sessions.tidy();

        await().atMost(Duration.ofSeconds(10)).until(() -> sessions.count() == 0);
    }

    private SourceRegister sources;

    private void open(SourceRegister register) {
        sources = register;
        sessions = new KafkaSessions(register, new KafkaSettings(home.loopback(), home.secrets()));
        door = new KafkaDoor(register, sessions, home.desk(), connections);
    }

    private String source(String address, String more) {
        return """
                kind: kafka
                brokers: ['%s']
                topic: %s
                group: %s
                replyTopic: %s
                security: none
                """.formatted(address, topic, topic, replies) + more;
    }

    private void readUntil(int deliveries) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            door.read("lijiang");
            return home.reception().deliveries.size() >= deliveries;
        });
    }

    private void read() {
        readUntil(0);
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            door.read("lijiang");
            return connections.troubles().isEmpty();
        });
    }

    private List<String> bodies() {
        return home.reception().deliveries.stream()
                .map(delivery -> text(delivery.content()))
                .toList();
    }

    private void send(String key, String body, Map<String, String> headers) throws Exception {
        sending.send(record(key, body, headers)).get();
    }

    private ProducerRecord<byte[], byte[]> record(String key, String body, Map<String, String> headers) {
        var record = new ProducerRecord<>(
                topic,
                0,
                Optional.ofNullable(key)
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .orElse(null),
                body.getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private List<ConsumerRecord<byte[], byte[]>> replies(int count) {
        var settings = broker.client();
        settings.put("group.id", UUID.randomUUID().toString());
        settings.put("auto.offset.reset", "earliest");
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var reading = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            reading.subscribe(List.of(replies));
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                reading.poll(Duration.ofMillis(200)).forEach(found::add);
                return found.size() >= count;
            });
        }
        return found;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return text(record.headers().lastHeader(name).value());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
