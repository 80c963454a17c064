package org.jianxi.gateway.flow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Lock;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.forms.Superseded;

/**
 * Editions of the form side by side: an older one is taken with a warning until its day is over and refused by name afterwards. One with
 * other indicators than the month's own cannot be added up with the others, so it is refused from the first day.
 */
public record EditionAge(ReturnForms forms, ZoneId zone) {

    Optional<Finding> check(String edition, Period period, Instant receivedAt) {
        return forms.find(edition)
                .flatMap(form -> other(form, period).or(() -> form.superseded().map(by -> age(form, by, receivedAt))));
    }

    private Optional<Finding> other(ReturnForm form, Period period) {
        return forms.current(period)
                .filter(current -> !current.numbers().equals(form.numbers()))
                .map(current -> other(form, current));
    }

    private static Finding other(ReturnForm form, ReturnForm current) {
        var lacking = new LinkedHashSet<>(current.numbers());
        lacking.removeAll(form.numbers());
        var more = new LinkedHashSet<>(form.numbers());
        more.removeAll(current.numbers());
        var rule = FlowRule.EDITION_OTHER;
        var message = new Bilingual(
                "报表%s与该期的%s指标不同，不能汇总：缺 %s，多 %s；请按%s报送".formatted(form.id(), current.id(), lacking, more, current.id()),
                "the edition %s has other indicators than %s, which is the month's, and cannot be added up with it: it lacks %s and has %s beyond; send %s"
                        .formatted(form.id(), current.id(), lacking, more, current.id()));
        return Finding.error(rule, Place.WHOLE, message)
                .locked(Lock.of(
                        Lock.Kind.EDITION,
                        Map.of("edition", form.id(), "newer", current.id(), "lacking", lacking.toString())));
    }

    private Finding age(ReturnForm form, Superseded by, Instant receivedAt) {
        var end = by.acceptedUntil().plusDays(1).atStartOfDay(zone).toInstant();
        var facts = Map.of(
                "edition", form.id(),
                "newer", by.newer(),
                "acceptedUntil", by.acceptedUntil().toString());
        var lock = Lock.of(Lock.Kind.EDITION, facts);
        var changes = by.changes();
        if (receivedAt.isBefore(end)) {
            var message = new Bilingual(
                    "报表%s已由%s替代，%s 24:00 前仍予受理。变化：%s"
                            .formatted(form.id(), by.newer(), by.acceptedUntil(), changes.zh()),
                    "the edition %s was replaced by %s and is taken until %s 24:00. What changed: %s"
                            .formatted(form.id(), by.newer(), by.acceptedUntil(), changes.en()));
            var rule = FlowRule.EDITION_OLD;
            return Finding.warning(rule, Place.WHOLE, message).locked(lock);
        }
        var message = new Bilingual(
                "报表%s自 %s 24:00 起不再受理，请按%s报送。变化：%s".formatted(form.id(), by.acceptedUntil(), by.newer(), changes.zh()),
                "the edition %s is not taken any more since %s 24:00; send %s. What changed: %s"
                        .formatted(form.id(), by.acceptedUntil(), by.newer(), changes.en()));
        var rule = FlowRule.EDITION_CLOSED;
        return Finding.error(rule, Place.WHOLE, message).locked(lock);
    }
}
