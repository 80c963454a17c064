package org.jianxi.gateway.api;

import org.jianxi.gateway.flow.CheckpointStamping;
import org.jianxi.gateway.ledger.Timestamps;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Which checkpoint has a timestamp and which waits for one. Never down: evidence stands without a timestamp too. */
@Component
class TimestampHealth extends AbstractHealthIndicator {

    private final Timestamps timestamps;
    private final ObjectProvider<CheckpointStamping> stamping;

    TimestampHealth(Timestamps timestamps, ObjectProvider<CheckpointStamping> stamping) {
        super("timestamps cannot be read");
        this.timestamps = timestamps;
        this.stamping = stamping;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var authority = stamping.getIfAvailable();
        builder.up().withDetail("authority", authority == null ? "none configured" : "configured");
        timestamps
                .latest()
                .ifPresent(latest -> builder.withDetail("stampedTreeSize", latest.treeSize())
                        .withDetail("stampedAt", latest.stampedAt().toString()));
        timestamps.awaited().ifPresent(checkpoint -> builder.withDetail("notYetTimestamped", checkpoint.treeSize()));
        if (authority != null && !authority.problem().isEmpty()) {
            builder.withDetail("problem", authority.problem());
        }
    }
}
