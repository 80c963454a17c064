package org.jianxi.gateway.transport;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/** A whole Kafka of one node in this JVM, on loopback: one listener for anybody, one for those with a password. */
public final class KafkaBroker implements AutoCloseable {

    private final Path folder;
    private final int port = freePort();
    private final int controllerPort = freePort();
    private final int securePort = freePort();
    private KafkaRaftServer server;

    public KafkaBroker(Path folder) throws Exception {
        this.folder = folder;
        var formatter = new Formatter()
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName("CONTROLLER")
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setHasDynamicQuorum(false)
                .setIgnoreFormatted(false)
                .setMetadataLogDirectory(folder.toString())
                .setPrintStream(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));
        formatter.setDirectories(List.of(folder.toString()));
        formatter.run();
        start();
    }

    void start() {
        server = new KafkaRaftServer(new KafkaConfig(settings()), Time.SYSTEM);
        server.startup();
    }

    void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    @Override
    public void close() {
        stop();
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    public String secureAddress() {
        return "127.0.0.1:" + securePort;
    }

    public void create(String... topics) throws Exception {
        try (var admin = Admin.create(client())) {
            admin.createTopics(List.of(topics).stream()
                            .map(name -> new NewTopic(name, 2, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** How a sender of the test's speaks to it. */
    public Map<String, Object> client() {
        return new HashMap<>(Map.of(
                "bootstrap.servers", address(), "metric.reporters", List.of(), "max.request.size", 4 * 1024 * 1024));
    }

    private Properties settings() {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "OPEN");
        settings.put(
                "listeners",
                "OPEN://127.0.0.1:%d,CLOSED://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(port, securePort, controllerPort));
        settings.put("listener.security.protocol.map", "OPEN:PLAINTEXT,CLOSED:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("sasl.enabled.mechanisms", "PLAIN");
        settings.put(
                "listener.name.closed.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required user_jianxi=\"p\\\"w d\";");
        settings.put("log.dirs", folder.toString());
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("auto.create.topics.enable", "false");
        settings.put("log.cleaner.dedupe.buffer.size", "1048577");
        settings.put("message.max.bytes", "4194304");
        settings.put("num.network.threads", "1");
        settings.put("num.io.threads", "2");
        settings.put("log.index.size.max.bytes", "65536");
        settings.put("log.segment.bytes", "16777216");
        return settings;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }
}
