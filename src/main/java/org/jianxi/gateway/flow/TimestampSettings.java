package org.jianxi.gateway.flow;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The timestamp authority (RFC 3161). Without a URL nothing is asked and checkpoints stay without a timestamp.
 *
 * @param url where requests are posted
 * @param certificate PEM or DER: the authority's own certificate, or that of whoever issued it
 * @param timeout of one call, answer included
 * @param every the least time between two timestamps, however many checkpoints there are meanwhile
 * @param firstWait the longest wait after the first failed try; doubles with each
 * @param longestWait no wait between tries is longer
 */
@ConfigurationProperties("jianxi.timestamps")
public record TimestampSettings(
        @Nullable URI url,
        @Nullable Path certificate,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("1m") Duration every,
        @DefaultValue("2s") Duration firstWait,
        @DefaultValue("15m") Duration longestWait) {}
