package org.jianxi.gateway.flow;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Lock;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.intake.Rights;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.intake.SourceRule;
import org.jianxi.gateway.ledger.WaitingDelivery;

/** Whether a delivery that waited may still be delivered: keys are withdrawn and sources switched off meanwhile. */
public record StillAllowed(Rights rights, SourceRegister sources) {

    /**
     * @param senders whom it may speak for then and now
     * @param refusal why it is not read any more
     */
    record Now(Set<Sender> senders, Optional<Finding> refusal) {}

    Now of(WaitingDelivery waiting) {
        var source = sources.find(waiting.arrival().source());
        if (source.filter(one -> !one.active()).isPresent()) {
            return new Now(waiting.said().speaksFor(), Optional.of(inactive(waiting)));
        }
        var today = rights.of(waiting.holder(), waiting.arrival().source());
        var senders = waiting.said().speaksFor().stream()
                .filter(sender -> today.contains(sender)
                        && source.filter(one -> carries(one, waiting, sender)).isPresent())
                .collect(Collectors.toUnmodifiableSet());
        return senders.isEmpty()
                ? new Now(waiting.said().speaksFor(), Optional.of(withdrawn(waiting)))
                : new Now(senders, Optional.empty());
    }

    private static boolean carries(Source source, WaitingDelivery waiting, Sender sender) {
        return source.carries(sender) && source.datasets().containsKey(waiting.dataset());
    }

    private static Finding inactive(WaitingDelivery waiting) {
        var message = new Bilingual(
                "来源 " + waiting.arrival().source() + " 在处理前已停用，请与省级管理员联系",
                "the source " + waiting.arrival().source()
                        + " was switched off before this was read; ask the provincial operator");
        var rule = SourceRule.INACTIVE;
        return locked(Finding.error(rule, Place.WHOLE, message), Lock.Kind.SOURCE, waiting);
    }

    private static Finding withdrawn(WaitingDelivery waiting) {
        var message = new Bilingual(
                "报送所用密钥的权限在处理前已被撤销，请与省级管理员联系",
                "what the key allowed was withdrawn before this was read; ask the provincial operator");
        var rule = FlowRule.ACCESS;
        return locked(Finding.error(rule, Place.WHOLE, message), Lock.Kind.ACCESS, waiting);
    }

    private static Finding locked(Finding finding, Lock.Kind kind, WaitingDelivery waiting) {
        return finding.locked(
                Lock.of(kind, Map.of("source", waiting.arrival().source().value())));
    }
}
