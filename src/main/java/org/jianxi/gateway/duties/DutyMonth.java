package org.jianxi.gateway.duties;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;

/**
 * Where every office and the province stand with every duty at a month's end.
 *
 * @param units in the notice's order
 * @param province for each duty, in their order
 */
public record DutyMonth(DutyRules rules, Period month, List<OfUnit> units, List<OfAll> province) {

    public DutyMonth {
        units = List.copyOf(units);
        province = List.copyOf(province);
    }

    /** @param duties in the order of the rules */
    public record OfUnit(ReportingUnit unit, List<Judged> duties) {
        public OfUnit {
            duties = List.copyOf(duties);
        }
    }

    /** @param missing offices without records to tell it by; of them nothing is counted */
    public record OfAll(Judged judged, List<ReportingUnit> missing) {
        public OfAll {
            missing = List.copyOf(missing);
        }
    }

    /** @param counted by sender and measure; what is not there is a gap */
    public static DutyMonth of(
            DutyRules rules, Period month, ReportingUnits units, Map<Sender, Map<Measure, Tally>> counted) {
        var rows = units.inOrder().stream()
                .map(unit -> new OfUnit(
                        unit,
                        rules.duties().stream()
                                .map(duty -> duty.judge(find(counted, unit, duty), month))
                                .toList()))
                .toList();
        var province = new ArrayList<OfAll>();
        for (var at = 0; at < rules.duties().size(); at++) {
            province.add(together(rules.duties().get(at), month, rows, at));
        }
        return new DutyMonth(rules, month, rows, province);
    }

    /** What one office sees: its own row. */
    public Optional<OfUnit> of(Sender sender) {
        return units.stream().filter(row -> row.unit().sender().equals(sender)).findFirst();
    }

    private static Optional<Tally> find(Map<Sender, Map<Measure, Tally>> counted, ReportingUnit unit, Duty duty) {
        return Optional.ofNullable(counted.getOrDefault(unit.sender(), Map.of()).get(duty.measure()));
    }

    private static OfAll together(Duty duty, Period month, List<OfUnit> rows, int at) {
        var each = rows.stream().map(row -> row.duties().get(at)).toList();
        var missing = rows.stream()
                .filter(row -> row.duties().get(at).isGap())
                .map(OfUnit::unit)
                .toList();
        var told = each.stream().filter(one -> !one.isGap()).toList();
        var sum = told.stream().map(Judged::behind).reduce(Tally::plus);
        var judged = duty instanceof Duty.EveryQuarter ? ofEach(duty, told, sum) : duty.judge(sum, month);
        return new OfAll(missing.isEmpty() ? judged : judged.standing(withGaps(judged, each)), missing);
    }

    /** An event held elsewhere keeps nobody's duty: quarters are added up office by office. */
    private static Judged ofEach(Duty duty, List<Judged> told, Optional<Tally> sum) {
        if (sum.isEmpty()) {
            return Judged.gap(duty);
        }
        return new Judged(
                duty,
                worst(told),
                told.stream().mapToLong(Judged::part).sum(),
                told.stream().mapToLong(Judged::whole).sum(),
                sum.get(),
                told.stream()
                        .flatMap(one -> one.lacking().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static Standing worst(List<Judged> told) {
        for (var standing : List.of(Standing.NOT_MET, Standing.NOT_DUE)) {
            if (told.stream().anyMatch(one -> one.standing() == standing)) {
                return standing;
            }
        }
        return Standing.MET;
    }

    /** While an office's records are missing nothing is met; that it is not is certain only where each must meet it. */
    private static Standing withGaps(Judged judged, List<Judged> each) {
        var decided = judged.duty().isOfEach() && each.stream().anyMatch(one -> one.standing() == Standing.NOT_MET);
        return decided
                ? Standing.NOT_MET
                : judged.standing() == Standing.NOT_DUE ? Standing.NOT_DUE : Standing.NO_RECORDS;
    }
}
