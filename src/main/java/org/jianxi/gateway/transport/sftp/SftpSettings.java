package org.jianxi.gateway.transport.sftp;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code jianxi.sftp.*}: the SFTP server.
 *
 * @param port 0 for any that is free
 * @param connections the most at one time
 */
@ConfigurationProperties("jianxi.sftp")
public record SftpSettings(
        @DefaultValue("0.0.0.0") String host,
        @DefaultValue("2222") int port,
        @DefaultValue("64") int connections) {}
