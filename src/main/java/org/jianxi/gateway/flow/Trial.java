package org.jianxi.gateway.flow;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Finding;

/**
 * What became of a delivery that was only tried: there is no receipt, as nothing was received.
 *
 * @param refusal empty when it would have been accepted
 */
public record Trial(Optional<Outcome.Refusal> refusal, List<Finding> findings) {
    public Trial {
        findings = List.copyOf(findings);
    }
}
