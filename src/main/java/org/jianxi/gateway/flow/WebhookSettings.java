package org.jianxi.gateway.flow;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code jianxi.webhooks.*}.
 *
 * @param timeout for one call, connection and answer together
 * @param firstWait the longest wait after the first try; doubles with each
 * @param longestWait no wait is longer
 * @param giveUpAfter how long a notice is tried
 * @param hosts hosts that may be called although they are not public: intranet and loopback names
 */
@ConfigurationProperties("jianxi.webhooks")
public record WebhookSettings(
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("5s") Duration firstWait,
        @DefaultValue("1h") Duration longestWait,
        @DefaultValue("3d") Duration giveUpAfter,
        @DefaultValue List<String> hosts) {}
