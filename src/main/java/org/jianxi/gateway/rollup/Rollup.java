package org.jianxi.gateway.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.ReturnForm;

/**
 * Adds the senders' returns up to the province's. The order in which they come in makes no difference.
 *
 * <p>Smallest parts are summed and printed once: 14 is the sum of fen, never of rounded 万元 (relation R2 of the form).
 */
public final class Rollup {

    private final ReturnForm form;
    private final Period period;
    private final ReportingUnits units;

    private Rollup(ReturnForm form, Period period, ReportingUnits units) {
        this.form = form;
        this.period = period;
        this.units = units;
    }

    /**
     * The roll-up of one month. Of several revisions of one sender the highest counts. The ministry's and the province's
     * printing are one form: a return under either adds up, as long as the indicators are the same.
     *
     * @throws CannotAddUp when two returns claim the same revision, or one is of another month or of no sender of ours, or has other indicators
     */
    public static ProvincialFigures of(
            ReturnForm form, Period period, ReportingUnits units, List<Contribution> contributions) {
        return new Rollup(form, period, units).add(contributions);
    }

    private ProvincialFigures add(List<Contribution> contributions) {
        var reasons = new ArrayList<>(misfits(contributions));
        reasons.addAll(twins(contributions));
        if (!reasons.isEmpty()) {
            throw new CannotAddUp(reasons);
        }
        var current = current(contributions);
        var counted = units.senders().stream()
                .flatMap(sender -> Optional.ofNullable(current.get(sender)).stream())
                .toList();
        var gaps = unitsWhere(sender -> !current.containsKey(sender));
        var roundedSenders = counted.stream()
                .filter(this::isRounded)
                .map(Contribution::sender)
                .collect(Collectors.toSet());
        var rounded = unitsWhere(roundedSenders::contains);
        return new ProvincialFigures(form.id(), period, Optional.empty(), total(counted), counted, gaps, rounded);
    }

    private List<ReportingUnit> unitsWhere(Predicate<Sender> holds) {
        return units.inOrder().stream()
                .filter(unit -> holds.test(unit.sender()))
                .toList();
    }

    private Figures total(List<Contribution> counted) {
        var total = Figures.NONE;
        for (var number : form.numbers()) {
            total = total.with(number, 0);
        }
        for (var contribution : counted) {
            total = total.plus(contribution.content().figures());
        }
        return total;
    }

    private static Map<Sender, Contribution> current(List<Contribution> contributions) {
        var current = new TreeMap<Sender, Contribution>();
        for (var one : contributions) {
            current.merge(one.sender(), one, Rollup::later);
        }
        return current;
    }

    private static Contribution later(Contribution one, Contribution other) {
        return one.content().revision() > other.content().revision() ? one : other;
    }

    /** A zero is exact in any rounding, so it is no sign of a rounded amount. */
    private boolean isRounded(Contribution contribution) {
        return form.indicators().stream()
                .filter(indicator -> indicator.unit().isMoney())
                .anyMatch(indicator -> isRounded(indicator, contribution));
    }

    private static boolean isRounded(Indicator indicator, Contribution contribution) {
        var amount = contribution.content().figures().of(indicator.number());
        return amount != 0 && indicator.unit().printsExactly(amount);
    }

    private List<Bilingual> misfits(List<Contribution> contributions) {
        return contributions.stream()
                .flatMap(one -> misfit(one).stream())
                .sorted((one, other) -> one.en().compareTo(other.en()))
                .toList();
    }

    private Optional<Bilingual> misfit(Contribution one) {
        var content = one.content();
        var name = one.origin().submissionId();
        if (!content.period().equals(period)) {
            return because(
                    name,
                    "是" + content.period() + "的报表，不是" + period,
                    "is of " + content.period() + ", not of " + period);
        }
        if (!units.includes(content.sender())) {
            return because(
                    name, "填报单位" + content.sender() + "不在名单内", "is of " + content.sender() + ", which owes no return");
        }
        if (!content.figures().indicators().equals(form.numbers())) {
            return because(name, "的指标与" + form.id() + "不同", "has other indicators than " + form.id());
        }
        return Optional.empty();
    }

    private static Optional<Bilingual> because(String name, String zh, String en) {
        return Optional.of(new Bilingual(name + "：" + zh, name + ": " + en));
    }

    private List<Bilingual> twins(List<Contribution> contributions) {
        record Claim(Sender sender, int revision) {}
        return contributions.stream()
                .collect(Collectors.groupingBy(
                        one -> new Claim(one.sender(), one.content().revision()), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(claim -> claim.getValue() > 1)
                .map(claim -> twin(claim.getKey().sender(), claim.getKey().revision()))
                .sorted((one, other) -> one.en().compareTo(other.en()))
                .toList();
    }

    private Bilingual twin(Sender sender, int revision) {
        var unit = units.find(sender).map(ReportingUnit::name).orElse("");
        return new Bilingual(
                unit + sender + "的第" + revision + "版有两份",
                "two returns of " + sender + " are both revision " + revision);
    }
}
