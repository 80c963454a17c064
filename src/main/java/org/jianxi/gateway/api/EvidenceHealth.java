package org.jianxi.gateway.api;

import org.jianxi.gateway.flow.EvidenceCheck;
import org.jianxi.gateway.flow.KeyWatch;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Health as senders feel it: whether a return could be taken in right now. */
@Component
class EvidenceHealth extends AbstractHealthIndicator {

    private final EvidenceCheck check;
    private final KeyWatch keys;

    EvidenceHealth(EvidenceCheck check, KeyWatch keys) {
        super("evidence cannot be made");
        this.check = check;
        this.keys = keys;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.withDetail(
                "certificatesNearTheirEnd",
                keys.warnings().stream().map(KeyWatch.Warning::toString).toList());
        builder.up().withDetails(check.run());
    }
}
