package org.jianxi.gateway.flow.targets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.filing.ProvincialReturn;
import org.jianxi.gateway.filing.SafeTable;
import org.jianxi.gateway.rollup.TargetProgress;
import org.jianxi.gateway.rollup.TargetProgress.OfUnit;
import org.jianxi.gateway.rollup.TargetProgress.Reached;

/** The progress as a table for a spreadsheet: a line for each sender, then the province's. */
public final class TargetTable {

    private TargetTable() {}

    /** CSV with a byte order mark; each measure has the columns done, target, percent and rank. */
    public static byte[] of(TargetProgress progress) {
        var header = new ArrayList<>(List.of("sender", "name"));
        progress.targets()
                .measures()
                .forEach(measure -> Stream.of("Done", "Target", "Percent", "Rank")
                        .map(word -> measure.name() + word)
                        .forEach(header::add));
        header.add("missing");
        var lines = progress.units().stream().map(TargetTable::line);
        return SafeTable.write(header, Stream.concat(lines, Stream.of(total(progress))));
    }

    private static List<String> line(OfUnit one) {
        var missing = one.missing().stream().map(Period::toString).collect(Collectors.joining(";"));
        return line(one.unit().sender().code(), one.unit().name(), one.reached(), missing);
    }

    private static List<String> total(TargetProgress progress) {
        return line(
                ProvincialReturn.PROVINCE.sender().code(), ProvincialReturn.PROVINCE.name(), progress.province(), "");
    }

    private static List<String> line(String code, String name, List<Reached> reached, String missing) {
        var line = new ArrayList<>(List.of(code, name));
        for (var one : reached) {
            line.add(Long.toString(one.done()));
            line.add(Long.toString(one.target()));
            line.add(one.percent().map(BigDecimal::toPlainString).orElse(""));
            line.add(one.rank().map(Object::toString).orElse(""));
        }
        line.add(missing);
        return line;
    }
}
