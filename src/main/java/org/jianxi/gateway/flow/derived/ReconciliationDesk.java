package org.jianxi.gateway.flow.derived;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.derivation.OtherReading;
import org.jianxi.gateway.reconciliation.Cause;
import org.jianxi.gateway.reconciliation.Reconciliation;
import org.jianxi.gateway.records.derived.Counting;
import org.jianxi.gateway.records.derived.DerivedFigures;

/** What explains where a unit's return and its records differ, and which records they are. */
public record ReconciliationDesk(DerivedDesk desk, DerivedFigures figures) {

    /** Records named for one figure and cause. */
    private static final int MOST = 100;

    private static final String LATER = "came-later";
    private static final Bilingual LATER_NAME =
            new Bilingual("报表收到之后记录有增改", "records came or changed after the return");

    /** Empty where the unit has no return, or the month no definitions. */
    public Optional<Reconciled> of(Period period, Sender sender, Optional<Long> size) {
        return desk.of(period, size).flatMap(month -> month.of(sender).flatMap(unit -> of(month, unit)));
    }

    /** The same of figures that are there already. */
    public Optional<Reconciled> of(DerivedMonth month, UnitFigures unit) {
        return unit.compared()
                .map(compared -> compared.cells().isEmpty()
                        ? new Reconciled(month, unit, compared, List.of(), List.of())
                        : explained(month, unit));
    }

    private Reconciled explained(DerivedMonth month, UnitFigures unit) {
        var now = new Counting(month.definitions(), month.period(), month.size() - 1);
        var ways = ways(unit, now);
        var sender = unit.unit().sender();
        var causes = ways.stream()
                .map(way -> new Cause(way.id(), way.name(), counted(way.counting(), sender)))
                .toList();
        var found = Reconciliation.of(
                unit.reported().orElseThrow().content().figures().amounts(),
                unit.derived(),
                causes,
                month.form()::printsAlike);
        return new Reconciled(month, unit, found, causes, evidence(found, ways, now, sender));
    }

    /** @param counting as it would be counted then */
    private record Way(String id, Bilingual name, Counting counting) {}

    private static List<Way> ways(UnitFigures unit, Counting now) {
        var known = now.definitions();
        var ways = new ArrayList<Way>();
        unit.reported()
                .flatMap(one -> one.origin().ledgerPosition())
                .ifPresent(position -> ways.add(new Way(LATER, LATER_NAME, now.at(position))));
        for (OtherReading reading : known.otherReadings()) {
            ways.add(new Way(reading.id(), reading.name(), now.by(reading.of(known))));
        }
        return ways;
    }

    /** A figure that a way of counting has, and no record counts in, is nothing. */
    private Map<Integer, Long> counted(Counting counting, Sender sender) {
        var counted = new HashMap<Integer, Long>();
        counting.definitions().figures().forEach(figure -> counted.put(figure.indicator(), 0L));
        counted.putAll(figures.of(counting).getOrDefault(sender, Map.of()));
        return counted;
    }

    private List<Reconciled.Evidence> evidence(Reconciliation found, List<Way> ways, Counting now, Sender sender) {
        var evidence = new ArrayList<Reconciled.Evidence>();
        for (var cell : found.cells()) {
            for (var way : ways) {
                if (cell.explanations().stream().anyMatch(set -> set.contains(way.id()))) {
                    var records = figures.differing(now, way.counting(), sender, cell.indicator(), MOST);
                    evidence.add(new Reconciled.Evidence(cell.indicator(), way.id(), records));
                }
            }
        }
        return evidence;
    }
}
