package org.jianxi.gateway.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.derivation.Derived;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.reconciliation.Cause;
import org.jianxi.gateway.reconciliation.Cell;
import org.jianxi.gateway.reconciliation.Reconciliation;

/**
 * Where a return and the records differ, and what explains it.
 *
 * @param lines by indicator and cause, where the records stand that make the difference
 */
record DerivedDifferences(
        ReturnForm form, List<Cell> cells, List<Cause> causes, Map<Integer, Map<String, List<String>>> lines) {

    /** The files are read again for each way of reading the form otherwise, and only where something differs. */
    static DerivedDifferences of(ReturnForm form, Figures reported, Derived derived, DerivedCauses known) {
        var amounts = new LinkedHashMap<Integer, Long>();
        derived.figures().forEach(figure -> figure.amount().ifPresent(one -> amounts.put(figure.indicator(), one)));
        if (Reconciliation.of(reported.amounts(), amounts, List.of(), form::printsAlike)
                .cells()
                .isEmpty()) {
            return new DerivedDifferences(form, List.of(), List.of(), Map.of());
        }
        var causes = known.all();
        var cells = Reconciliation.of(reported.amounts(), amounts, causes, form::printsAlike)
                .cells();
        var lines = new LinkedHashMap<Integer, Map<String, List<String>>>();
        for (var cell : cells) {
            var named = cell.explanations().stream().flatMap(List::stream).collect(Collectors.toSet());
            if (!named.isEmpty()) {
                lines.put(cell.indicator(), known.lines(cell.indicator(), named));
            }
        }
        return new DerivedDifferences(form, cells, causes, lines);
    }

    List<Map<String, Object>> document() {
        return cells.stream().map(this::document).toList();
    }

    private Map<String, Object> document(Cell cell) {
        var unit = form.indicator(cell.indicator()).unit();
        var document = new LinkedHashMap<String, Object>();
        document.put("indicator", cell.indicator());
        document.put("derived", unit.print(cell.derived()));
        document.put("reported", unit.print(cell.reported()));
        document.put(
                "explanations",
                cell.explanations().stream()
                        .map(set -> set.stream().map(this::named).toList())
                        .toList());
        lines(cell).ifPresent(records -> document.put("records", records));
        return document;
    }

    private Map<String, Object> named(String id) {
        var name = cause(id).name();
        return Map.of("id", id, "zh", name.zh(), "en", name.en());
    }

    private Optional<Map<String, List<String>>> lines(Cell cell) {
        return Optional.ofNullable(lines.get(cell.indicator()));
    }

    private Cause cause(String id) {
        return causes.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    /** For a person to read. */
    List<String> text() {
        var text = new ArrayList<String>();
        for (var cell : cells) {
            Indicator indicator = form.indicator(cell.indicator());
            text.add("指标%d：由记录推算 derived %s，报表 reported %s"
                    .formatted(
                            cell.indicator(),
                            indicator.unit().print(cell.derived()),
                            indicator.unit().print(cell.reported())));
            cell.explanations()
                    .forEach(set -> text.add("  "
                            + set.stream()
                                    .map(id -> cause(id).name())
                                    .map(name -> name.zh() + " " + name.en())
                                    .collect(Collectors.joining(" + "))));
            lines(cell)
                    .ifPresent(records ->
                            records.forEach((cause, lines) -> text.add("  " + cause + ": " + String.join(" ", lines))));
        }
        return text;
    }
}
