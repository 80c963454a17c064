package org.jianxi.gateway.transport.http;

import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.flow.Reception;
import org.jianxi.gateway.flow.Terms;
import org.jianxi.gateway.intake.AccessKeys;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.transport.desk.Outcomes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is the same for everybody who calls us with a key, however the call is written. */
public final class CallerDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CallerDesk.class);

    private final AccessKeys keys;
    private final SourceRegister sources;
    private final Reception reception;
    private final PushAnswers answers = new PushAnswers();

    public CallerDesk(AccessKeys keys, SourceRegister sources, Reception reception) {
        this.keys = keys;
        this.sources = sources;
        this.reception = reception;
    }

    public Caller authenticate(String key) throws PushProblem {
        var caller = keys.authenticate(key).orElseThrow(PushProblem::unauthorized);
        if (!caller.is(Role.SENDER)) {
            throw PushProblem.forbidden("该密钥不能报送", "this key may not deliver");
        }
        return caller;
    }

    public Source sourceOf(Caller caller) throws PushProblem {
        var source = caller.source()
                .flatMap(sources::find)
                .orElseThrow(() -> PushProblem.unavailable("该来源尚未配置", "this source is not configured"));
        if (!source.active()) {
            throw PushProblem.inactive(source);
        }
        return source;
    }

    public Terms terms(Source source) {
        return reception.terms(source);
    }

    public static void delivers(Source source, String dataset) throws PushProblem {
        if (!source.datasets().containsKey(dataset)) {
            throw PushProblem.badRequest("该来源不报送此数据集", "this source does not deliver that dataset");
        }
    }

    /** What both the key and the source allow. */
    public static Set<Sender> sendersOf(Caller caller, Source source) {
        return caller.senders().stream().filter(source::carries).collect(Collectors.toSet());
    }

    /** The verdict, with nothing kept where the call only asks. */
    public PushAnswer answer(PushRequest call, Delivery delivery) {
        if (call.dryRun()) {
            return answers.of(reception.dryRun(delivery));
        }
        var outcome = reception.receive(delivery);
        Outcomes.log(LOG, delivery, outcome);
        return answers.of(outcome);
    }
}
