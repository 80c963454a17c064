package org.jianxi.gateway.transport.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.http.common.HttpMessage;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.flow.Terms;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.transport.desk.BodyBudget;

/** The bean of the route that hears {@code POST /api/v1/submissions}. Reads the call once and hands on plain values. */
public final class PushDoor {

    private final CallerDesk callers;
    private final BodyBudget budget;
    private final LargeBodies large;
    private final Clock clock;

    public PushDoor(CallerDesk callers, BodyBudget budget, LargeBodies large, Clock clock) {
        this.callers = callers;
        this.budget = budget;
        this.large = large;
        this.clock = clock;
    }

    /** Always leaves a whole answer; nothing that went wrong with us shows in it. */
    public void receive(Exchange exchange) {
        var request = exchange.getMessage(HttpMessage.class);
        var answer = WholeAnswer.of(() -> {
            if (request == null) {
                throw new IllegalStateException("no request");
            }
            return judge(request.getRequest());
        });
        answer.writeTo(exchange.getMessage());
    }

    private PushAnswer judge(HttpServletRequest request) throws PushProblem, IOException {
        var caller = callers.authenticate(PushRequest.bearerKey(request));
        var call = PushRequest.of(request);
        var source = callers.sourceOf(caller);
        CallerDesk.delivers(source, call.dataset());
        var terms = callers.terms(source);
        try {
            return budget.read(
                    request.getInputStream(), call.announcedLength(), source.mostBytes(call.dataset()), body -> {
                        var delivery = delivery(caller, terms, call, body);
                        return large.keep(request, call, caller, delivery)
                                .orElseGet(() -> callers.answer(call, delivery));
                    });
        } catch (BodyBudget.TooLarge tooLarge) {
            throw PushProblem.tooLarge(source.mostBytes(call.dataset()));
        }
    }

    private Delivery delivery(Caller caller, Terms terms, PushRequest call, byte[] body) {
        var source = terms.source();
        return new Delivery(
                source.id(),
                CallerDesk.sendersOf(caller, source),
                Door.HTTP_PUSH,
                call.dataset(),
                Optional.of(call.period()),
                call.mediaType(),
                Optional.empty(),
                body,
                call.signature(),
                call.idempotencyKey(),
                clock.instant(),
                Optional.of(terms));
    }
}
