package org.jianxi.gateway.flow;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import org.jianxi.gateway.filing.FilingStore;
import org.jianxi.gateway.ledger.Timestamps;
import org.jianxi.gateway.outgoing.Backoff;
import org.jianxi.gateway.signing.SigningCertificate;
import org.jianxi.gateway.signing.TimestampVerifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way to the timestamp authority, put together. A URL without a certificate is a mistake, and said at start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TimestampSettings.class)
class TimestampConfiguration {

    @Bean
    Timestamps timestamps(JdbcClient jdbc) {
        return new Timestamps(jdbc);
    }

    @Bean
    @ConditionalOnProperty("jianxi.timestamps.url")
    CheckpointStamping checkpointStamping(
            Timestamps timestamps, FilingStore store, TimestampSettings settings, Clock clock, SecureRandom random) {
        var certificate = Objects.requireNonNull(
                settings.certificate(), "jianxi.timestamps.certificate must name whom to believe");
        var backoff = new Backoff(settings.firstWait(), settings.longestWait(), random);
        return new CheckpointStamping(
                timestamps,
                new TimestampChannel(
                        Objects.requireNonNull(settings.url()),
                        settings.timeout(),
                        new TimestampVerifier(SigningCertificate.read(certificate)),
                        clock),
                new TimestampPace(backoff, settings.every(), clock),
                store.incidents(),
                new CheckpointStamping.Context(clock, random));
    }
}
