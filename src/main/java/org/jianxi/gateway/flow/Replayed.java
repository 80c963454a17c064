package org.jianxi.gateway.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianxi.gateway.calendar.Deadlines;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.ledger.ReturnKey;
import org.jianxi.gateway.ledger.Verdict;

/** A verdict made again: what came of one delivery on one ground, after one past. */
record Replayed(Examined examined, Optional<ReturnKey> key, Optional<Deadlines> deadlines, boolean late) {

    /** @param world the past it is judged by */
    static Replayed of(ReplayedDelivery one, Ground ground, ReplayWorld world) {
        var delivery = one.delivery();
        var reading = ground.rules().documents().read(one.paper(), ground.mapping());
        var judgement = ground.rules().judge().judge(reading.mapped(), one.delivered(), world::historyOf);
        var together = Examiner.together(delivery, reading, judgement, one.ruling());
        var locks = new Locks(
                new MonthOver(ground.calendar()),
                new EditionAge(ground.rules().forms(), ground.calendar().zone()),
                (key, receivedAt) -> OfficeActs.among(one.recordedFindings()));
        var examined = locks.check(together, delivery);
        var key = examined.accepted()
                .map(content -> new ReturnKey(content.sender(), delivery.dataset(), content.period()))
                .or(() -> reading.key(delivery));
        var deadlines = key.map(known -> ground.calendar().deadlinesOf(known.period()));
        return new Replayed(
                examined,
                key,
                deadlines,
                deadlines.map(known -> known.isLate(delivery.receivedAt())).orElse(false));
    }

    Verdict verdict() {
        return examined.accepted().isPresent() ? Verdict.ACCEPTED : Verdict.REJECTED;
    }

    Optional<Sender> sender() {
        return key.map(ReturnKey::sender);
    }

    Optional<Period> period() {
        return key.map(ReturnKey::period);
    }

    String deadline() {
        return deadlines.map(known -> known.unitDay().toString()).orElse("");
    }

    /** The edition its figures are printed by. */
    String form() {
        return examined.judgement().form().orElse("");
    }

    /** What tells one finding from another: the rule, how grave, and the place. */
    record Sameness(String rule, Severity severity, Place at) {}

    /** How often each finding was made. */
    static Map<Sameness, Long> counted(List<Finding> findings) {
        return findings.stream().collect(Collectors.groupingBy(Replayed::sameness, Collectors.counting()));
    }

    static Sameness sameness(Finding finding) {
        return new Sameness(finding.rule(), finding.severity(), finding.at());
    }
}
