package org.jianxi.gateway.transport;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code jianxi.transport.*}.
 *
 * @param reread how often routes, sources and keys are looked at for changes
 * @param bodyMegabytes memory for the bodies at all doors together
 * @param atOnceMegabytes the largest body whose call waits for the verdict; larger ones are kept first and decided afterwards
 * @param backlogThreads how many of those, and of one source's uploads by SFTP, are decided side by side on this node
 * @param pollHosts hosts that may be fetched from although they are not public: intranet and loopback names
 */
@ConfigurationProperties("jianxi.transport")
public record TransportSettings(
        @DefaultValue("1s") Duration reread,
        @DefaultValue("160") int bodyMegabytes,
        @DefaultValue("2") int atOnceMegabytes,
        @DefaultValue("3") int backlogThreads,
        @DefaultValue List<String> pollHosts) {}
