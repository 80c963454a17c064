package org.jianxi.gateway.flow;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The way to the ministry. Without a URL nothing is sent: filed returns wait in the outbox.
 *
 * @param url where returns are posted; a message's status is asked for at {@code url/<message id>}
 * @param certificate the one certificate acknowledgements must be signed with, PEM
 * @param timeout of one call, answer included
 * @param firstWait the longest wait after the first failed try; doubles with each
 * @param longestWait no wait between tries is longer
 */
@ConfigurationProperties("jianxi.ministry")
public record MinistrySettings(
        @Nullable URI url,
        @Nullable Path certificate,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("2s") Duration firstWait,
        @DefaultValue("15m") Duration longestWait) {

    public boolean isConfigured() {
        return url != null && certificate != null;
    }
}
