package org.jianxi.gateway.flow;

import java.util.List;
import org.jianxi.gateway.canonical.Finding;

/** How an act of the office ended: done, or not now, with every reason. */
public sealed interface Step {

    /**
     * @param messageId of the filing; empty text for an approval
     */
    record Done(ProvincialView view, String state, String messageId) implements Step {}

    record NotNow(List<Finding> findings) implements Step {
        public NotNow {
            findings = List.copyOf(findings);
        }
    }
}
