package org.jianxi.gateway.entitlement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Period;

/** The months of one placement, each by the rules in force in it (云人社发〔2023〕18号 三, 人社部发〔2023〕27号 三(一)、三(三)). */
record PlacementMonths(List<PlacementMonth> all) {

    /** Longer than any term; a slip of the pen in a year makes no endless list. */
    private static final int MOST = 60;

    PlacementMonths {
        all = List.copyOf(all);
    }

    /** @param through the last month that is asked about where nobody knows when the placement ends */
    static PlacementMonths of(Placement placement, DatedRules rules, Period through) {
        if (placement.cancelled()) {
            return new PlacementMonths(List.of());
        }
        var months = new ArrayList<PlacementMonth>();
        var last = placement.termTo().orElse(through.lastDay());
        for (var number = 1; number <= MOST; number++) {
            var begins = placement.startOn().plusMonths(number - 1L);
            if (begins.isAfter(last)) {
                break;
            }
            months.add(month(placement, rules, number, begins));
        }
        return new PlacementMonths(months);
    }

    private static PlacementMonth month(Placement placement, DatedRules dated, int number, LocalDate begins) {
        var month = new Period(YearMonth.from(begins));
        var found = dated.in(month);
        if (found.isEmpty()) {
            return new PlacementMonth.Unsubsidised(number, month, PlacementMonth.Why.NO_RULE);
        }
        var rules = found.get();
        var ends = placement.startOn().plusMonths(number).minusDays(1);
        Predicate<LocalDate> counts = until -> !until.isBefore(ends)
                || ChronoUnit.DAYS.between(begins, until) + 1
                        >= rules.partMonth().leastDays();
        if (placement.termTo().filter(counts.negate()).isPresent()) {
            return new PlacementMonth.Unsubsidised(number, month, PlacementMonth.Why.PART);
        }
        if (number > rules.term().mostMonths()) {
            return new PlacementMonth.Unsubsidised(number, month, PlacementMonth.Why.OVER_TERM);
        }
        var fen = rules.monthly().fen();
        var more = rules.difference().map(SubsidyRules.Difference::fen).orElse(0L);
        if (placement.attendedTo().filter(counts.negate()).isEmpty()) {
            return new PlacementMonth.Served(number, month, fen, more);
        }
        var contract = placement.contract().orElse(begins);
        return rules.remainder().filter(span -> span.covers(begins, contract)).isPresent()
                ? new PlacementMonth.Remaining(number, month, fen, more)
                : new PlacementMonth.Unsubsidised(number, month, PlacementMonth.Why.OUTSIDE_SPAN);
    }

    Stream<PlacementMonth.Served> served(Period through) {
        return all.stream()
                .filter(PlacementMonth.Served.class::isInstance)
                .map(PlacementMonth.Served.class::cast)
                .filter(one -> one.month().compareTo(through) <= 0);
    }

    /** Later months too: that they remain is known as soon as the contract is. */
    Stream<PlacementMonth.Remaining> remaining() {
        return all.stream()
                .filter(PlacementMonth.Remaining.class::isInstance)
                .map(PlacementMonth.Remaining.class::cast);
    }

    long unsubsidised(PlacementMonth.Why why, Period through) {
        return all.stream()
                .filter(one -> one instanceof PlacementMonth.Unsubsidised not && not.why() == why)
                .filter(one -> one.month().compareTo(through) <= 0)
                .count();
    }

    /** What the retention difference comes to, where the unit has reached its rate. */
    long difference() {
        return all.stream().mapToLong(PlacementMonth::more).sum();
    }
}
