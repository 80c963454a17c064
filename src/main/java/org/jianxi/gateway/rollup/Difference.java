package org.jianxi.gateway.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;

/**
 * What lies between two roll-ups of one month. Applied to the older it gives the younger, so a return and the differences that
 * followed it say all that the last return says.
 *
 * @param ledgerPosition the ledger's size when the younger was read; empty offline
 * @param totals the older's sums: a difference fits these figures and no others
 * @param changes one for each sender whose return was replaced, came or went, in the order of the notice
 */
public record Difference(
        String form,
        Period period,
        Optional<Long> ledgerPosition,
        Figures totals,
        List<SenderChange> changes,
        Rounding rounding) {

    public Difference {
        changes = List.copyOf(changes);
    }

    /** Whose amounts have begun to come in whole 0.01 万元, and whose no longer do. */
    public record Rounding(List<ReportingUnit> begun, List<ReportingUnit> ended) {
        public Rounding {
            begun = List.copyOf(begun);
            ended = List.copyOf(ended);
        }
    }

    /**
     * @param units their order, which is the order of the changes
     * @throws IllegalArgumentException when they are not two roll-ups of one month under one form
     */
    public static Difference between(ProvincialFigures older, ProvincialFigures younger, ReportingUnits units) {
        if (!older.period().equals(younger.period()) || !older.form().equals(younger.form())) {
            throw new IllegalArgumentException("There is no difference between %s of %s and %s of %s"
                    .formatted(older.form(), older.period(), younger.form(), younger.period()));
        }
        var before = bySender(older);
        var after = bySender(younger);
        var changes = new ArrayList<SenderChange>();
        for (var sender : units.senders()) {
            var then = Optional.ofNullable(before.get(sender));
            var now = Optional.ofNullable(after.get(sender));
            if (!then.equals(now)) {
                changes.add(new SenderChange(sender, then, now));
            }
        }
        var rounding = new Rounding(
                without(younger.roundedAmounts(), older.roundedAmounts()),
                without(older.roundedAmounts(), younger.roundedAmounts()));
        return new Difference(
                younger.form(), younger.period(), younger.ledgerPosition(), older.totals(), changes, rounding);
    }

    /** The same figures from the same submissions. */
    public boolean isEmpty() {
        return changes.isEmpty()
                && rounding.begun().isEmpty()
                && rounding.ended().isEmpty();
    }

    /** Whether the return reads differently. Other submissions behind the same figures change nothing that was filed. */
    public boolean isVisible() {
        return changes.stream().anyMatch(SenderChange::isVisible);
    }

    /** The province's cells that differ, by indicator, each with the senders that moved it. */
    public List<TotalChange> totalChanges() {
        var by = new TreeMap<Integer, Long>();
        var because = new TreeMap<Integer, List<Sender>>();
        for (var change : changes) {
            for (var cell : change.cells()) {
                by.merge(cell.indicator(), cell.by(), Math::addExact);
                if (cell.by() != 0) {
                    because.computeIfAbsent(cell.indicator(), number -> new ArrayList<>())
                            .add(change.sender());
                }
            }
        }
        return by.entrySet().stream()
                .filter(moved -> moved.getValue() != 0)
                .map(moved -> total(moved.getKey(), moved.getValue(), because))
                .toList();
    }

    /**
     * The younger figures.
     *
     * @throws IllegalArgumentException when these are not the older figures this is the difference to
     */
    public ProvincialFigures appliedTo(ProvincialFigures older, ReportingUnits units) {
        var standing = new TreeMap<>(bySender(older));
        if (!fits(older, standing)) {
            throw new IllegalArgumentException("Not the figures that this difference starts from");
        }
        changes.forEach(change -> change.after()
                .ifPresentOrElse(now -> standing.put(change.sender(), now), () -> standing.remove(change.sender())));
        var contributions = units.senders().stream()
                .flatMap(sender -> Optional.ofNullable(standing.get(sender)).stream())
                .toList();
        var gaps = units.inOrder().stream()
                .filter(unit -> !standing.containsKey(unit.sender()))
                .toList();
        var rounded = units.inOrder().stream()
                .filter(unit -> rounding.begun().contains(unit)
                        || older.roundedAmounts().contains(unit)
                                && !rounding.ended().contains(unit))
                .toList();
        return new ProvincialFigures(form, period, ledgerPosition, sums(), contributions, gaps, rounded);
    }

    private boolean fits(ProvincialFigures older, Map<Sender, Contribution> standing) {
        return older.form().equals(form)
                && older.period().equals(period)
                && older.totals().equals(totals)
                && changes.stream()
                        .allMatch(change -> change.before().equals(Optional.ofNullable(standing.get(change.sender()))));
    }

    private Figures sums() {
        var sums = totals;
        for (var change : totalChanges()) {
            sums = sums.with(change.indicator(), change.after());
        }
        return sums;
    }

    private TotalChange total(int indicator, long by, Map<Integer, List<Sender>> because) {
        var before = totals.of(indicator);
        return new TotalChange(
                indicator, before, Math.addExact(before, by), because.getOrDefault(indicator, List.of()));
    }

    private static Map<Sender, Contribution> bySender(ProvincialFigures figures) {
        return figures.contributions().stream().collect(Collectors.toMap(Contribution::sender, Function.identity()));
    }

    private static List<ReportingUnit> without(List<ReportingUnit> these, List<ReportingUnit> those) {
        return these.stream().filter(unit -> !those.contains(unit)).toList();
    }
}
