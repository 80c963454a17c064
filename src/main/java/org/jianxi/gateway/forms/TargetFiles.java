package org.jianxi.gateway.forms;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.Table;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.forms.YearTargets.Measured;

/** The targets of each year, {@code schemas/targets/2023.yaml} with its table in {@code schemas/codes}. Read anew each time it is asked. */
public record TargetFiles(Path home, ReportingUnits units) {

    private static final String PROVINCE = "530000";

    /** Empty where no targets were set for the year. Throws {@link FileProblem} when the file is wrong, or its lines do not add up. */
    public Optional<YearTargets> of(int year) {
        var file = home.resolve("schemas/targets/%d.yaml".formatted(year));
        return Files.exists(file) ? Optional.of(read(Section.root(YamlFile.read(file)), year)) : Optional.empty();
    }

    private YearTargets read(Section root, int year) {
        root.only("year", "notice", "table", "measures");
        if (root.number("year") != year) {
            throw root.at("year").problem("must be the year that names the file");
        }
        var columns = new LinkedHashMap<Measured, String>();
        root.sections("measures").forEach(one -> columns.put(measure(one), one.text("column")));
        var rows = rows(root);
        var bySender = new LinkedHashMap<Sender, Map<Measured, Long>>();
        units.senders().forEach(sender -> bySender.put(sender, numbers(root, rows, sender.code(), columns)));
        var province = numbers(root, rows, PROVINCE, columns);
        var targets = new YearTargets(year, root.text("notice"), List.copyOf(columns.keySet()), bySender, province);
        requireSums(root, targets);
        return targets;
    }

    private static Measured measure(Section section) {
        section.only("name", "title", "column", "indicator");
        return new Measured(section.text("name"), section.bilingual("title"), section.number("indicator"));
    }

    /** A name, never a path: the table lies beside the other code lists. */
    private Map<String, Map<String, String>> rows(Section root) {
        var name = root.text("table");
        if (!name.matches("[a-z0-9-]+\\.csv")) {
            throw root.at("table").problem("must be the name of a CSV file in schemas/codes");
        }
        var rows = new LinkedHashMap<String, Map<String, String>>();
        Table.read(home.resolve("schemas/codes").resolve(name))
                .rows()
                .forEach(row -> rows.put(row.getOrDefault("area_code", ""), row));
        return rows;
    }

    private static Map<Measured, Long> numbers(
            Section root, Map<String, Map<String, String>> rows, String area, Map<Measured, String> columns) {
        var row = rows.get(area);
        if (row == null) {
            throw root.at("table").problem("has no line for " + area);
        }
        var numbers = new LinkedHashMap<Measured, Long>();
        columns.forEach((measure, column) -> {
            var written = row.getOrDefault(column, "");
            if (!written.matches("[0-9]{1,9}")) {
                throw root.at("table").problem("says no whole number for %s in %s".formatted(area, column));
            }
            numbers.put(measure, Long.parseLong(written));
        });
        return numbers;
    }

    private void requireSums(Section root, YearTargets targets) {
        for (var measure : targets.measures()) {
            var sum = units.inOrder().stream()
                    .map(ReportingUnit::sender)
                    .mapToLong(sender -> targets.of(sender, measure))
                    .sum();
            if (sum != targets.province().getOrDefault(measure, 0L)) {
                throw root.at("table")
                        .problem("%s of the senders add up to %d, not to the province's %d"
                                .formatted(
                                        measure.name(), sum, targets.province().getOrDefault(measure, 0L)));
            }
        }
    }
}
