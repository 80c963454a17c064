package org.jianxi.gateway.entitlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jianxi.gateway.canonical.Period;

/** What one unit's placements come to, month by month. Whatever is asked about lies up to {@code through}. */
final class UnitAccount {

    private final String unit;
    private final DatedRules rules;
    private final Period through;
    private final UnitShare share = new UnitShare();
    private final TreeMap<Period, MonthLine> lines = new TreeMap<>();
    private final List<PlacementAccount> ended = new ArrayList<>();
    private long paidBefore;
    private long outsideThisYear;
    private long ahead;
    private long withoutRule;

    UnitAccount(String unit, DatedRules rules, Period through) {
        this.unit = unit;
        this.rules = rules;
        this.through = through;
    }

    String unit() {
        return unit;
    }

    UnitShare share() {
        return share;
    }

    PlacementAccount add(Placement placement) {
        var months = PlacementMonths.of(placement, rules, through);
        var account = new PlacementAccount(placement, months, this);
        months.served(through).forEach(one -> entitled(one.month(), SubsidyKind.MONTHLY, one.fen()));
        months.remaining()
                .filter(one -> one.month().compareTo(through) <= 0)
                .forEach(one -> entitled(one.month(), SubsidyKind.REMAINDER, one.fen()));
        withoutRule += months.unsubsidised(PlacementMonth.Why.NO_RULE, through);
        placement
                .endedBy(through.lastDay())
                .filter(end -> !placement.cancelled())
                .ifPresent(end -> ended(account, Payment.monthOf(end)));
        return account;
    }

    private void ended(PlacementAccount account, Period month) {
        var kind = account.placement().ends().kind();
        share.add(month, kind == null ? "" : kind, account.placement().isRetained());
        ended.add(account);
        ahead += account.months()
                .remaining()
                .filter(one -> one.month().compareTo(through) > 0)
                .mapToLong(PlacementMonth::fen)
                .sum();
    }

    /** Once all of the unit's placements are here: for which of them the difference has become due. */
    void settle() {
        for (var account : ended) {
            var end = Payment.monthOf(
                    account.placement().endedBy(through.lastDay()).orElseThrow());
            rules.in(end)
                    .flatMap(SubsidyRules::difference)
                    .filter(rule -> rule.paidFor()
                            .contains(String.valueOf(account.placement().ends().kind())))
                    .flatMap(rule -> share.due(end, rule, through))
                    .ifPresent(month -> {
                        account.dueIn(month);
                        entitled(month, SubsidyKind.DIFFERENCE, account.months().difference());
                    });
        }
    }

    void add(PlacementAccount account, Payment payment) {
        var months = where(account, payment);
        if (payment.isClaimed(through.lastDay())) {
            account.claimed(payment);
            Split.over(
                    months,
                    payment.fen(),
                    (month, part) -> line(month, line -> line.claimed(Amounts.of(payment.kind(), part))));
        }
        var paid = payment.paid(through.lastDay());
        if (paid != 0) {
            Split.over(months, paid, (month, part) -> line(month, line -> line.paid(Amounts.of(payment.kind(), part))));
            var judged = payment.kind() != SubsidyKind.OUTSIDE
                    && months.stream().allMatch(month -> rules.in(month).isPresent());
            account.paid(payment, months, judged, paid);
            count(payment, paid, judged);
        }
    }

    private List<Period> where(PlacementAccount account, Payment payment) {
        var months = account.belongsTo(payment);
        return months.isEmpty() ? List.of(through) : months;
    }

    private void count(Payment payment, long paid, boolean judged) {
        var before = payment.paid(LocalDate.of(through.year(), 1, 1).minusDays(1));
        if (judged) {
            paidBefore += before;
        } else {
            outsideThisYear += paid - before;
        }
    }

    private void entitled(Period month, SubsidyKind kind, long fen) {
        line(month, line -> line.entitled(Amounts.of(kind, fen)));
    }

    private void line(Period month, UnaryOperator<MonthLine> change) {
        var line = Optional.ofNullable(lines.get(month))
                .orElseGet(() -> MonthLine.empty(rules.in(month).isPresent()));
        lines.put(month, change.apply(line));
    }

    UnitEntitlement result() {
        var retained = rules.in(through)
                .flatMap(SubsidyRules::difference)
                .map(rule -> share.through(through, rule))
                .orElse(Retained.NOBODY);
        return new UnitEntitlement(unit, retained, lines);
    }

    /** What could be paid in the year of {@code through} up to its end. */
    Ceiling ceiling() {
        var year = lines.subMap(new Period(through.month().withMonth(1)), true, through, true);
        var thisYear = year.values().stream()
                .mapToLong(line -> line.entitled().total())
                .sum();
        var all = lines.headMap(through, true).values().stream()
                .mapToLong(line -> line.entitled().total())
                .sum();
        return new Ceiling(thisYear, Math.max(0, all - thisYear - paidBefore), ahead, outsideThisYear, withoutRule);
    }
}
