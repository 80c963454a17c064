package org.jianxi.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jianxi.gateway.flow.Step;

/** What an act of the office led to. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record WorkflowView(String period, int revision, String state, long ledgerPosition, String figures, String messageId) {

    static WorkflowView of(Step.Done done) {
        var view = done.view();
        return new WorkflowView(
                view.figures().period().toString(),
                view.revision(),
                done.state(),
                view.figures().ledgerPosition().orElse(0L),
                view.digest().hex(),
                done.messageId());
    }
}
