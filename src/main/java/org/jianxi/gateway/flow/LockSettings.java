package org.jianxi.gateway.flow;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code jianxi.locks.*}.
 *
 * @param closedThrough the last year for which nothing is taken in any more; 0 while no year is closed
 */
@ConfigurationProperties("jianxi.locks")
public record LockSettings(@DefaultValue("0") int closedThrough) {

    public static final LockSettings NONE = new LockSettings(0);
}
