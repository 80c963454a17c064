package org.jianxi.gateway.rollup;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.YearTargets;
import org.jianxi.gateway.forms.YearTargets.Measured;

/**
 * How far each sender and the province have come towards the year's targets (annex 1 of the provincial notice).
 *
 * @param through the last month that is counted
 * @param units in the notice's order
 * @param province for each measure, in their order
 */
public record TargetProgress(YearTargets targets, Period through, List<OfUnit> units, List<Reached> province) {

    public TargetProgress {
        units = List.copyOf(units);
        province = List.copyOf(province);
    }

    /**
     * @param reached for each measure, in their order
     * @param missing months up to the last without an accepted return: nothing is counted for them, and zero is not said of them
     */
    public record OfUnit(ReportingUnit unit, List<Reached> reached, List<Period> missing) {
        public OfUnit {
            reached = List.copyOf(reached);
            missing = List.copyOf(missing);
        }
    }

    /**
     * @param done the figures of January to the last month added up
     * @param rank from 1 by the share that is reached; senders with one share have one rank, and the next rank is left out (1, 1, 3); empty
     *     without a target, and of the province
     */
    public record Reached(long done, long target, Optional<Integer> rank) {

        /** In per cent with one decimal, HALF_UP; empty without a target. */
        public Optional<BigDecimal> percent() {
            return target == 0
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf(done)
                            .movePointRight(2)
                            .divide(BigDecimal.valueOf(target), 1, RoundingMode.HALF_UP));
        }
    }

    /** @param months for each month of the year up to the last, what each sender's accepted return says */
    public static TargetProgress of(
            YearTargets targets, ReportingUnits units, SortedMap<Period, Map<Sender, Figures>> months) {
        var sums = targets.measures().stream()
                .map(measure -> Column.of(targets, measure, units, months))
                .toList();
        var rows = units.inOrder().stream()
                .map(unit -> new OfUnit(
                        unit,
                        sums.stream().map(column -> column.of(unit.sender())).toList(),
                        missing(unit.sender(), months)))
                .toList();
        var province = sums.stream().map(Column::total).toList();
        return new TargetProgress(targets, months.lastKey(), rows, province);
    }

    private static List<Period> missing(Sender sender, SortedMap<Period, Map<Sender, Figures>> months) {
        return months.entrySet().stream()
                .filter(month -> !month.getValue().containsKey(sender))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** One measure over all senders. */
    private record Column(Measured measure, Map<Sender, Long> done, YearTargets targets) {

        static Column of(
                YearTargets targets,
                Measured measure,
                ReportingUnits units,
                SortedMap<Period, Map<Sender, Figures>> months) {
            var done = new TreeMap<Sender, Long>();
            units.senders().forEach(sender -> done.put(sender, sum(measure, sender, months)));
            return new Column(measure, done, targets);
        }

        private static long sum(Measured measure, Sender sender, SortedMap<Period, Map<Sender, Figures>> months) {
            return months.values().stream()
                    .flatMap(month -> Optional.ofNullable(month.get(sender)).stream())
                    .mapToLong(figures -> figures.find(measure.indicator()).orElse(0L))
                    .reduce(0, Math::addExact);
        }

        Reached of(Sender sender) {
            return new Reached(doneBy(sender), targets.of(sender, measure), rank(sender));
        }

        Reached total() {
            var sum = done.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
            return new Reached(sum, targets.province().getOrDefault(measure, 0L), Optional.empty());
        }

        private Optional<Integer> rank(Sender sender) {
            if (targets.of(sender, measure) == 0) {
                return Optional.empty();
            }
            var ahead = new ArrayList<>(done.keySet());
            ahead.removeIf(other -> targets.of(other, measure) == 0 || compare(other, sender) <= 0);
            return Optional.of(ahead.size() + 1);
        }

        /** By the exact share: what prints as one percentage may still be two. */
        private int compare(Sender one, Sender other) {
            return share(doneBy(one), targets.of(other, measure))
                    .compareTo(share(doneBy(other), targets.of(one, measure)));
        }

        private static BigInteger share(long done, long othersTarget) {
            return BigInteger.valueOf(done).multiply(BigInteger.valueOf(othersTarget));
        }

        private long doneBy(Sender sender) {
            return done.getOrDefault(sender, 0L);
        }
    }
}
