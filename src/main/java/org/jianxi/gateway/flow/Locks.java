package org.jianxi.gateway.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Lock;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.ledger.ReturnKey;
import org.jianxi.gateway.validation.Judgement;

/**
 * What a delivery meets because of when it comes, each lock by its name: two keep it out, three let it in and say what follows.
 * Asked inside the transaction of the verdict; trying a return out and {@code check}, which know no moment of receipt, do not ask.
 */
public record Locks(MonthOver monthOver, LockSettings settings, OfficeActs office) {

    Examined check(Examined examined, Delivery delivery) {
        return examined.reading()
                .key(delivery)
                .map(ReturnKey::period)
                .map(period -> with(examined, found(examined, delivery, period)))
                .orElse(examined);
    }

    private List<Finding> found(Examined examined, Delivery delivery, Period period) {
        var closed = Stream.of(monthOver.check(period, delivery), yearClosed(period))
                .flatMap(Optional::stream)
                .toList();
        if (!closed.isEmpty() || examined.accepted().isEmpty()) {
            return closed;
        }
        return Stream.of(monthOver.late(period, delivery), office.before(period))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Examined with(Examined examined, List<Finding> found) {
        var findings = new ArrayList<>(examined.findings());
        findings.addAll(found);
        var before = examined.judgement();
        var accepted = Finding.anyError(findings) ? Optional.<MonthlyReturn>empty() : before.accepted();
        var judgement = new Judgement(accepted, findings, before.explanations());
        return new Examined(examined.reading(), judgement, examined.signer(), examined.notYours());
    }

    private Optional<Finding> yearClosed(Period period) {
        if (period.year() > settings.closedThrough()) {
            return Optional.empty();
        }
        var rule = FlowRule.YEAR_CLOSED;
        var year = Integer.toString(settings.closedThrough());
        var message = new Bilingual(
                "%s 年及以前已关账，%s 的报表不再受理；确需更正请与省厅联系".formatted(year, period),
                "the years up to %s are closed and nothing is taken in for %s; ask the office if it must be corrected"
                        .formatted(year, period));
        return Optional.of(Finding.error(rule.id(), Place.WHOLE, message, rule.clause())
                .locked(Lock.of(Lock.Kind.PERIOD, Map.of("closedThrough", year, "period", period.toString()))));
    }
}
