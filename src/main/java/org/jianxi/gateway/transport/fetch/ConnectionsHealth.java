package org.jianxi.gateway.transport.fetch;

import java.util.TreeMap;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Shows which sources' servers are away. Never a reason to call the gateway itself ill: the others go on. */
public final class ConnectionsHealth extends AbstractHealthIndicator {

    private final Connections connections;

    public ConnectionsHealth(Connections connections) {
        this.connections = connections;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var away = new TreeMap<String, Object>();
        connections
                .troubles()
                .forEach((source, trouble) -> away.put(
                        source.value(),
                        "since %s, %d tries: %s".formatted(trouble.since(), trouble.tries(), trouble.why())));
        builder.up().withDetail("standingStill", away);
    }
}
