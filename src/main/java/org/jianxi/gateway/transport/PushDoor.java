package org.jianxi.gateway.transport;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.http.common.HttpMessage;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.flow.Reception;
import org.jianxi.gateway.intake.AccessKeys;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.intake.SourceRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bean of the route that hears {@code POST /api/v1/submissions}. Reads the call once and hands on plain values. */
public final class PushDoor {

    private static final Logger LOG = LoggerFactory.getLogger(PushDoor.class);

    private final AccessKeys keys;
    private final SourceRegister sources;
    private final Reception reception;
    private final BodyBudget budget;
    private final Clock clock;
    private final PushAnswers answers = new PushAnswers();

    PushDoor(AccessKeys keys, SourceRegister sources, Reception reception, BodyBudget budget, Clock clock) {
        this.keys = keys;
        this.sources = sources;
        this.reception = reception;
        this.budget = budget;
        this.clock = clock;
    }

    /** Always leaves a whole answer; nothing that went wrong with us shows in it. */
    public void receive(Exchange exchange) {
        var request = exchange.getMessage(HttpMessage.class);
        var answer = request == null ? answers.failure("no request") : answer(request.getRequest());
        answer.writeTo(exchange.getMessage());
    }

    private PushAnswer answer(HttpServletRequest request) {
        try {
            return judge(request);
        } catch (PushProblem problem) {
            return answers.of(problem);
        } catch (BodyBudget.Busy busy) {
            return answers.of(PushProblem.unavailable("当前请求过多，请稍后再试", "too many large bodies at once"));
        } catch (PacedStream.TooSlow drip) {
            return answers.of(PushProblem.tooSlow());
        } catch (IOException brokenOff) {
            return answers.of(PushProblem.badRequest("正文未完整到达", "the body did not arrive whole"));
        } catch (RuntimeException ours) {
            var reference = UUID.randomUUID().toString();
            LOG.error("A push was not answered, reference {}", reference, ours);
            return answers.failure(reference);
        }
    }

    private PushAnswer judge(HttpServletRequest request) throws PushProblem, IOException {
        var caller = keys.authenticate(PushRequest.bearerKey(request)).orElseThrow(PushProblem::unauthorized);
        if (!caller.is(Role.SENDER)) {
            throw PushProblem.forbidden("该密钥不能报送", "this key may not deliver");
        }
        var call = PushRequest.of(request);
        var source = sourceOf(caller);
        if (!source.active()) {
            throw PushProblem.inactive(source);
        }
        if (!source.datasets().containsKey(call.dataset())) {
            throw PushProblem.badRequest("该来源不报送此数据集", "this source does not deliver that dataset");
        }
        try {
            return budget.read(
                    request.getInputStream(),
                    call.announcedLength(),
                    source.mostBytes(call.dataset()),
                    body -> answers(call, delivery(caller, source, call, body)));
        } catch (BodyBudget.TooLarge tooLarge) {
            throw PushProblem.tooLarge(source.mostBytes(call.dataset()));
        }
    }

    private PushAnswer answers(PushRequest call, Delivery delivery) {
        if (call.dryRun()) {
            return answers.of(reception.dryRun(delivery));
        }
        var outcome = reception.receive(delivery);
        Outcomes.log(LOG, delivery, outcome);
        return answers.of(outcome);
    }

    private Source sourceOf(Caller caller) throws PushProblem {
        return caller.source()
                .flatMap(sources::find)
                .orElseThrow(() -> PushProblem.unavailable("该来源尚未配置", "this source is not configured"));
    }

    /** What both the key and the source allow. */
    private static Set<Sender> sendersOf(Caller caller, Source source) {
        return caller.senders().stream().filter(source::carries).collect(Collectors.toSet());
    }

    private Delivery delivery(Caller caller, Source source, PushRequest call, byte[] body) {
        return new Delivery(
                source.id(),
                sendersOf(caller, source),
                Door.HTTP_PUSH,
                call.dataset(),
                Optional.of(call.period()),
                call.mediaType(),
                Optional.empty(),
                body,
                call.signature(),
                call.idempotencyKey(),
                clock.instant());
    }
}
