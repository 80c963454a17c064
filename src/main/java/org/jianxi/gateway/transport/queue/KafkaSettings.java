package org.jianxi.gateway.transport.queue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.intake.KafkaEntrance;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.ServerAddress;
import org.jianxi.gateway.intake.ServerAddress.Encryption;
import org.jianxi.gateway.pulling.AllowedAddresses;

/** A source's entrance as settings of the Kafka clients. Credentials are looked up here and go nowhere else. */
public final class KafkaSettings {

    private static final int CALL_MILLIS = 10_000;
    private static final int SEND_MILLIS = 20_000;
    private static final int LONGEST_PAUSE_MILLIS = 600_000;
    private static final int RECONNECT_MILLIS = 1_000;
    private static final int SLOWEST_RECONNECT_MILLIS = 60_000;
    private static final int AT_ONCE = 20;
    private static final int FETCH_BYTES = 16 * 1024 * 1024;
    private static final int LARGEST_REPLY = 8 * 1024 * 1024;

    private final AllowedAddresses addresses;
    private final Secrets secrets;

    public KafkaSettings(AllowedAddresses addresses, Secrets secrets) {
        this.addresses = addresses;
        this.secrets = secrets;
    }

    /** Reads from the beginning where nothing was committed yet; commits only when told to. */
    Map<String, Object> consumer(SourceId source, KafkaEntrance entrance) throws IOException {
        var settings = common(source, entrance);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, entrance.group());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, LONGEST_PAUSE_MILLIS);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MILLIS);
        return settings;
    }

    Map<String, Object> producer(SourceId source, KafkaEntrance entrance) throws IOException {
        var settings = common(source, entrance);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, SEND_MILLIS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, CALL_MILLIS);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REPLY);
        return settings;
    }

    private Map<String, Object> common(SourceId source, KafkaEntrance entrance) throws IOException {
        for (var broker : entrance.brokers()) {
            addresses.resolve(source, broker.host());
        }
        var settings = new HashMap<String, Object>();
        settings.put(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                entrance.brokers().stream().map(ServerAddress::toString).collect(Collectors.joining(",")));
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "jianxi-" + source);
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, CALL_MILLIS);
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, RECONNECT_MILLIS);
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, SLOWEST_RECONNECT_MILLIS);
        settings.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, List.of());
        settings.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        secure(settings, entrance);
        return settings;
    }

    private void secure(Map<String, Object> settings, KafkaEntrance entrance) throws IOException {
        var broker = entrance.brokers().getFirst();
        var encrypted = broker.encryption() != Encryption.NONE;
        if (broker.login().isPresent()) {
            settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, encrypted ? "SASL_SSL" : "SASL_PLAINTEXT");
            settings.put(SaslConfigs.SASL_MECHANISM, entrance.mechanism().wireName());
            settings.put(
                    SaslConfigs.SASL_JAAS_CONFIG, login(entrance, broker.login().get()));
        } else {
            settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, encrypted ? "SSL" : "PLAINTEXT");
        }
        if (encrypted && broker.trust().isPresent()) {
            settings.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
            settings.put(
                    SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG,
                    secrets.require(broker.trust().get()));
        }
    }

    private String login(KafkaEntrance entrance, ServerAddress.Login login) throws IOException {
        var module = entrance.mechanism() == KafkaEntrance.Mechanism.PLAIN
                ? PlainLoginModule.class.getName()
                : ScramLoginModule.class.getName();
        return "%s required username=\"%s\" password=\"%s\";"
                .formatted(module, quoted(secrets.require(login.user())), quoted(secrets.require(login.password())));
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
