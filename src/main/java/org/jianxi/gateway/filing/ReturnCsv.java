package org.jianxi.gateway.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.rollup.Contribution;

/** The return as a table for spreadsheets: one row for each sender, blank where it is a gap, and the province's row last. */
record ReturnCsv(ReturnForm form, ReportingUnits units) {

    byte[] write(ProvincialReturn filed) {
        var rows = new CsvRows();
        rows.add(header());
        for (var unit : units.inOrder()) {
            var contribution = filed.figures().contributions().stream()
                    .filter(one -> one.sender().equals(unit.sender()))
                    .findFirst();
            rows.add(row(filed, unit, contribution));
        }
        rows.add(total(filed));
        return rows.bytesForPeople();
    }

    private List<String> header() {
        var header = new ArrayList<>(List.of("所属期", "单位代码", "填报单位", "报送情况"));
        form.indicators().stream()
                .map(one ->
                        one.number() + " " + one.label().zh() + "（" + one.unit().printed() + "）")
                .forEach(header::add);
        header.add("说明");
        return safe(header);
    }

    private List<String> row(ProvincialReturn filed, ReportingUnit unit, Optional<Contribution> contribution) {
        var row = start(filed, unit);
        row.add(contribution.map(one -> "第" + one.content().revision() + "版").orElse("缺报"));
        row.addAll(contribution.map(one -> printed(one.content().figures())).orElseGet(this::blanks));
        row.add(contribution.map(ReturnCsv::explanations).orElse(""));
        return safe(row);
    }

    private List<String> total(ProvincialReturn filed) {
        var gaps = filed.figures().gaps().size();
        var row = start(filed, ProvincialReturn.PROVINCE);
        row.add(gaps == 0 ? "合计" : "合计（缺" + gaps + "家）");
        row.addAll(printed(filed.figures().totals()));
        row.add("");
        return safe(row);
    }

    private static List<String> start(ProvincialReturn filed, ReportingUnit unit) {
        return new ArrayList<>(
                List.of(filed.figures().period().toString(), unit.sender().code(), unit.name()));
    }

    private List<String> printed(Figures figures) {
        return form.indicators().stream()
                .map(indicator -> indicator.unit().print(figures.of(indicator.number())))
                .toList();
    }

    private List<String> blanks() {
        return form.indicators().stream().map(indicator -> "").toList();
    }

    private static String explanations(Contribution contribution) {
        return contribution.content().explanations().stream()
                .map(explanation -> explanation.rule() + "：" + explanation.text())
                .collect(Collectors.joining("；"));
    }

    private static List<String> safe(List<String> row) {
        return row.stream().map(field -> new CellText(field).neutralised()).toList();
    }
}
