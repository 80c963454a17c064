package org.jianxi.gateway.transport.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jianxi.gateway.flow.Deferral;
import org.jianxi.gateway.flow.Deferred;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.intake.Caller;

/**
 * Which bodies are kept first and decided afterwards: those above a size that no monthly return reaches, and those whose caller asks
 * for it. A dry run never is, as nothing may be kept of it.
 *
 * @param mostAtOnce the largest body, in bytes, whose call waits for the verdict
 */
public record LargeBodies(Deferral backlog, long mostAtOnce) {

    private static final PushAnswers ANSWERS = new PushAnswers();

    /** The answer to a call that need not wait; empty for one that is decided at once. */
    Optional<PushAnswer> keep(HttpServletRequest request, PushRequest call, Caller caller, Delivery delivery) {
        var asked = PushRequest.prefersAsync(request);
        var wanted = asked || delivery.content().length > mostAtOnce;
        if (call.dryRun() || !wanted || !backlog.takes(delivery)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (backlog.keep(delivery, caller.name())) {
                    case Deferred.Waiting waiting -> ANSWERS.waiting(waiting, asked);
                    case Deferred.Answered answered -> ANSWERS.of(answered.outcome());
                });
    }
}
