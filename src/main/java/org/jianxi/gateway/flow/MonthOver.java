package org.jianxi.gateway.flow;

import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Lock;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;

/**
 * A return is of a whole month, so none is taken in before its month is over: until 24:00 of the last day, in Shanghai. After the
 * deadline it is taken in all the same, and told that it is late.
 */
public record MonthOver(WorkingCalendar calendar) {

    /** What keeps a return out that comes too early. */
    Optional<Finding> check(Period period, Delivery delivery) {
        var opens = period.next().firstDay().atStartOfDay(calendar.zone()).toInstant();
        if (!delivery.receivedAt().isBefore(opens)) {
            return Optional.empty();
        }
        var rule = FlowRule.MONTH_NOT_OVER;
        var message = new Bilingual(
                "%s 尚未结束，%s 24:00 后方可报送；此前可试报（dryRun=true）".formatted(period, period.lastDay()),
                "%s is not over before %s 24:00; until then a return can only be tried (dryRun=true)"
                        .formatted(period, period.lastDay()));
        return Optional.of(Finding.error(rule, Place.WHOLE, message)
                .locked(Lock.of(Lock.Kind.PERIOD, Map.of("period", period.toString(), "opensAt", opens.toString()))));
    }

    /** What an accepted return is told that came after the deadline. */
    Optional<Finding> late(Period period, Delivery delivery) {
        var deadlines = calendar.deadlinesOf(period);
        if (!deadlines.isLate(delivery.receivedAt())) {
            return Optional.empty();
        }
        var rule = FlowRule.LATE;
        var message = new Bilingual(
                "报送截止时间为 %s 24:00，收到时间为 %s；已受理，本次记为迟报。单位是否迟报以其首次被接受的报表为准"
                        .formatted(deadlines.unitDay(), delivery.receivedAt()),
                "the deadline was %s 24:00 and this came at %s: it is accepted and judged late. Whether the unit counts as late is decided by its first accepted return"
                        .formatted(deadlines.unitDay(), delivery.receivedAt()));
        var facts = Map.of(
                "deadline", deadlines.unitDeadline().toString(),
                "receivedAt", delivery.receivedAt().toString());
        return Optional.of(Finding.info(rule, Place.WHOLE, message).locked(Lock.of(Lock.Kind.DEADLINE, facts)));
    }
}
