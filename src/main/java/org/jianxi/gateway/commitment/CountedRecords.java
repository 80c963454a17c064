package org.jianxi.gateway.commitment;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.derivation.Derived;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.forms.FieldType;
import org.jianxi.gateway.recordfiles.Problems;
import org.jianxi.gateway.recordfiles.ReadRecord;
import org.jianxi.gateway.recordfiles.RecordFile;
import org.jianxi.gateway.recordfiles.UnusableRecords;

/** The records behind a month's figures, read again with every field that the dictionary knows. */
record CountedRecords(Path folder, Datasets datasets, RestedOn rested, Derived derived) {

    private static final int HUNDREDTHS = 2;

    /**
     * In the order of the datasets' names and of their lines, each with the figures it stands behind. Throws {@link UnusableRecords} when a
     * field that no figure needs cannot be read.
     */
    void each(BiConsumer<CanonicalRecord, List<Integer>> taker) {
        var problems = new Problems();
        for (var name : rested.datasets()) {
            var dataset = datasets.find(name).orElseThrow();
            var fields = dataset.fields().stream().map(Field::name).collect(Collectors.toSet());
            var file = new RecordFile(folder.resolve(name + ".csv"), dataset, fields, problems);
            file.read((field, id) -> null, header -> {}, record -> {
                var figures = rested.figures(name, record.line(), derived);
                if (!figures.isEmpty()) {
                    taker.accept(canonical(dataset, record), figures);
                }
            });
        }
        problems.throwIfAny();
    }

    private static CanonicalRecord canonical(Dataset dataset, ReadRecord record) {
        var values = new LinkedHashMap<String, FieldValue>();
        for (var field : dataset.fields()) {
            var at = record.columns().get(field.name());
            var read = at == null ? null : record.values()[at];
            if (read != null) {
                values.put(field.name(), value(field.type(), read));
            }
        }
        return new CanonicalRecord(dataset.id(), record.line() - 1, Map.copyOf(values));
    }

    private static FieldValue value(FieldType type, Object read) {
        return switch (read) {
            case LocalDate first
            when type instanceof FieldType.Month -> new FieldValue.Month(new Period(YearMonth.from(first)));
            case LocalDate day -> new FieldValue.Day(day);
            case Long number when type instanceof FieldType.Whole -> new FieldValue.Whole(number);
            case Long hundredths -> new FieldValue.Decimal(BigDecimal.valueOf(hundredths, HUNDREDTHS));
            default -> new FieldValue.Text(read.toString());
        };
    }
}
