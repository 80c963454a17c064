package org.jianxi.gateway.flow;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The way to the ministry. With HTTPS and no URL nothing is sent: filed returns wait in the outbox.
 *
 * @param channel by which returns go
 * @param url for HTTPS: where returns are posted; a message's status is asked for at {@code url/<message id>}
 * @param sftp for SFTP: the ministry's server
 * @param certificate the one certificate acknowledgements must be signed with, PEM
 * @param timeout of one call, answer included
 * @param firstWait the longest wait after the first failed try; doubles with each
 * @param longestWait no wait between tries is longer
 * @param alarmBefore how long before the deadline a return that is not acknowledged becomes an incident
 */
@ConfigurationProperties("jianxi.ministry")
public record MinistrySettings(
        @DefaultValue("https") Channel channel,
        @Nullable URI url,
        @Nullable Sftp sftp,
        @Nullable Path certificate,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("2s") Duration firstWait,
        @DefaultValue("15m") Duration longestWait,
        @DefaultValue("24h") Duration alarmBefore) {

    /** How filed returns reach the ministry. */
    public enum Channel {
        HTTPS,
        SFTP,
        /** An officer hands the return in, and types the ministry's word. */
        BY_HAND
    }

    /**
     * The ministry's SFTP server.
     *
     * @param key the file with our private key, OpenSSH or PEM, without a passphrase
     * @param hostKey what the server must show, {@code SHA256:…} as OpenSSH writes it
     * @param outgoing the folder that returns are put into
     * @param acknowledgements the folder that the ministry puts its signed acknowledgements into
     * @param every how often that folder is looked into
     */
    public record Sftp(
            String host,
            @DefaultValue("22") int port,
            String user,
            Path key,
            String hostKey,
            @DefaultValue("outgoing") String outgoing,
            @DefaultValue("acknowledgements") String acknowledgements,
            @DefaultValue("1m") Duration every) {}
}
