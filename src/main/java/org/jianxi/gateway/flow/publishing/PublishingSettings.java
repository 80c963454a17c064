package org.jianxi.gateway.flow.publishing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code jianxi.publishing.*}.
 *
 * @param feeds whether everybody may read the lists, without a key
 * @param address where everybody reaches the gateway; stands in the feeds' links
 * @param keep how long lists are shown before what stands is asked for again
 * @param burst how many pages one address may read at once
 * @param interval after how long it may read one more
 * @param every how often what stands is held against what platforms hold
 * @param timeout for one call to a platform, connection and answer together
 * @param firstWait the longest wait after the first try; doubles with each
 * @param longestWait no wait is longer
 * @param alarmAfter a withdrawal that is not confirmed for so long is an incident
 */
@ConfigurationProperties("jianxi.publishing")
public record PublishingSettings(
        @DefaultValue("false") boolean feeds,
        @DefaultValue("http://localhost:8080") String address,
        @DefaultValue("10s") Duration keep,
        @DefaultValue("60") int burst,
        @DefaultValue("1s") Duration interval,
        @DefaultValue("1m") Duration every,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("5s") Duration firstWait,
        @DefaultValue("30m") Duration longestWait,
        @DefaultValue("24h") Duration alarmAfter) {}
