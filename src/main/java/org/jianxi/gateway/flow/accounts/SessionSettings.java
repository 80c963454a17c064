package org.jianxi.gateway.flow.accounts;

import java.time.Duration;
import org.jianxi.gateway.accounts.SessionLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long a session of the console lasts: unused, and at most. */
@ConfigurationProperties("jianxi.console.session")
record SessionSettings(
        @DefaultValue("15m") Duration unused,
        @DefaultValue("1h") Duration longest) {

    SessionLimits limits() {
        return new SessionLimits(unused, longest);
    }
}
