package org.jianxi.gateway.flow.duties;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.duties.DutyMonth.OfAll;
import org.jianxi.gateway.duties.Judged;
import org.jianxi.gateway.filing.ProvincialReturn;
import org.jianxi.gateway.filing.SafeTable;

/** The duties as a table for a spreadsheet: a line for each office and duty, then the province's. */
public final class DutyTable {

    private static final List<String> HEADER = List.of(
            "sender",
            "name",
            "measure",
            "title",
            "clause",
            "standing",
            "part",
            "whole",
            "percent",
            "lacking",
            "missing",
            "numbers");

    private DutyTable() {}

    /** CSV with a byte order mark. */
    public static byte[] of(DutyReport report) {
        var units = report.units().stream()
                .flatMap(row -> row.duties().stream().map(one -> line(row.unit(), one, List.of())));
        var province = report.province().stream().flatMap(List::stream).map(DutyTable::line);
        return SafeTable.write(HEADER, Stream.concat(units, province));
    }

    private static List<String> line(OfAll all) {
        return line(ProvincialReturn.PROVINCE, all.judged(), all.missing());
    }

    private static List<String> line(ReportingUnit unit, Judged one, List<ReportingUnit> missing) {
        var named = one.duty().named();
        return List.of(
                unit.sender().code(),
                unit.name(),
                named.measure().wireName(),
                named.title().zh(),
                named.clause(),
                one.standing().wireName(),
                Long.toString(one.part()),
                Long.toString(one.whole()),
                one.percent().map(BigDecimal::toPlainString).orElse(""),
                String.join(";", one.lacking()),
                missing.stream().map(gap -> gap.sender().code()).collect(Collectors.joining(";")),
                one.behind().numbers().entrySet().stream()
                        .map(number -> number.getKey() + "=" + number.getValue())
                        .collect(Collectors.joining(";")));
    }
}
