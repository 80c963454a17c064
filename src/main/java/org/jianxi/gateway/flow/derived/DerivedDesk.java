package org.jianxi.gateway.flow.derived;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.derivation.Definition;
import org.jianxi.gateway.derivation.Definitions;
import org.jianxi.gateway.flow.Provincial;
import org.jianxi.gateway.flow.ProvincialView;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.reconciliation.Reconciliation;
import org.jianxi.gateway.records.derived.Counting;
import org.jianxi.gateway.records.derived.DeliveredDatasets;
import org.jianxi.gateway.records.derived.DerivedFigures;
import org.jianxi.gateway.records.derived.Needs;
import org.jianxi.gateway.rollup.Contribution;

/** The figures that follow from each unit's records, beside those it reported, as of any size of the ledger. */
public record DerivedDesk(
        Provincial provincial,
        DerivedFigures figures,
        DeliveredDatasets delivered,
        DefinitionFiles definitions,
        ReturnForms forms,
        ReportingUnits units) {

    /** Empty for a month without an edition of the form, or one whose figures are defined by no records. */
    public Optional<DerivedMonth> of(Period period, Optional<Long> size) {
        return forms.current(period)
                .flatMap(form -> definitions
                        .of(form)
                        .map(known ->
                                month(period, known, Math.min(size.orElse(Long.MAX_VALUE), provincial.position()))));
    }

    private DerivedMonth month(Period period, Definitions known, long size) {
        var view = provincial.asOf(period, size);
        var counted = figures.of(new Counting(known, period, size - 1));
        var datasets = delivered.upTo(size - 1);
        var all = units.inOrder().stream()
                .map(unit -> unit(
                        view,
                        known,
                        unit,
                        counted.getOrDefault(unit.sender(), Map.of()),
                        datasets.getOrDefault(unit.sender(), Set.of())))
                .toList();
        return new DerivedMonth(period, view.form(), known, size, all);
    }

    private static UnitFigures unit(
            ProvincialView view,
            Definitions known,
            ReportingUnit unit,
            Map<Integer, Long> counted,
            Set<String> datasets) {
        var derived = new HashMap<Integer, Long>();
        var gaps = new HashMap<Integer, Bilingual>();
        for (var definition : known.figures()) {
            why(known, definition, datasets)
                    .ifPresentOrElse(
                            why -> gaps.put(definition.indicator(), why),
                            () -> derived.put(
                                    definition.indicator(), counted.getOrDefault(definition.indicator(), 0L)));
        }
        var reported = contribution(view, unit.sender());
        return new UnitFigures(
                unit,
                derived,
                gaps,
                reported,
                reported.map(one -> Reconciliation.of(
                        one.content().figures().amounts(), derived, List.of(), view.form()::printsAlike)));
    }

    /** Why a figure does not follow from what was delivered. */
    private static Optional<Bilingual> why(Definitions known, Definition definition, Set<String> delivered) {
        return switch (definition) {
            case Definition.Reported reported -> Optional.of(reported.why());
            case Definition.FromRecords counted -> {
                var lacking = new Needs(known).of(counted);
                lacking.removeAll(delivered);
                yield lacking.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Bilingual(
                                "没有报送过 " + String.join("、", lacking), "never delivered " + String.join(", ", lacking)));
            }
        };
    }

    private static Optional<Contribution> contribution(ProvincialView view, Sender sender) {
        return view.figures().contributions().stream()
                .filter(one -> one.sender().equals(sender))
                .findFirst();
    }
}
