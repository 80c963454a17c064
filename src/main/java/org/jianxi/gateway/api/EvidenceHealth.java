package org.jianxi.gateway.api;

import org.jianxi.gateway.flow.EvidenceCheck;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Health as senders feel it: whether a return could be taken in right now. */
@Component
class EvidenceHealth extends AbstractHealthIndicator {

    private final EvidenceCheck check;

    EvidenceHealth(EvidenceCheck check) {
        super("evidence cannot be made");
        this.check = check;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up().withDetails(check.run());
    }
}
