package org.jianxi.gateway.flow;

import java.util.ArrayList;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.ledger.ReturnKey;

/**
 * A return is of a whole month, so none is taken in before its month is over: until 24:00 of the last day, in Shanghai. Trying one
 * out is free at any time, and {@code check}, which knows no moment of receipt, does not ask.
 */
public record MonthOver(WorkingCalendar calendar) {

    Examined check(Examined examined, Delivery delivery) {
        return examined.reading()
                .key(delivery)
                .map(ReturnKey::period)
                .filter(period -> delivery.receivedAt()
                        .isBefore(period.next()
                                .firstDay()
                                .atStartOfDay(calendar.zone())
                                .toInstant()))
                .map(period -> refused(examined, tooEarly(period)))
                .orElse(examined);
    }

    private static Examined refused(Examined examined, Finding finding) {
        var judgement = examined.judgement();
        var findings = new ArrayList<>(judgement.findings());
        findings.add(finding);
        return new Examined(examined.reading(), judgement.finding(findings), examined.signer(), examined.notYours());
    }

    private static Finding tooEarly(Period period) {
        var rule = FlowRule.MONTH_NOT_OVER;
        var message = new Bilingual(
                "%s 尚未结束，%s 24:00 后方可报送；此前可试报（dryRun=true）".formatted(period, period.lastDay()),
                "%s is not over before %s 24:00; until then a return can only be tried (dryRun=true)"
                        .formatted(period, period.lastDay()));
        return Finding.error(rule.id(), Place.WHOLE, message, rule.clause());
    }
}
