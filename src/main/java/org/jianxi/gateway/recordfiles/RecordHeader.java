package org.jianxi.gateway.recordfiles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.mapping.table.Row;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a record file are read, and where they lie.
 *
 * @param width of every row
 * @param read in the order of a record's values
 * @param places of each field among {@code read}
 */
public record RecordHeader(int width, List<Column> read, Map<String, Integer> places) {

    /** @param at the column in the file, from 1 */
    public record Column(Field field, int at) {}

    static RecordHeader read(RecordFile file, Row header) {
        var read = new ArrayList<Column>();
        var places = new HashMap<String, Integer>();
        for (var at = 1; at <= header.width(); at++) {
            var label = header.at(at).asText();
            if (file.looked().contains(label)) {
                if (places.put(label, read.size()) != null) {
                    file.problems().add(file.name(), 1, label, "在表头中出现两次", "stands twice in the header");
                }
                read.add(new Column(file.dataset().find(label).orElseThrow(), at));
            }
        }
        return new RecordHeader(header.width(), read, places);
    }

    public Set<String> fields() {
        return places.keySet();
    }

    /** Empty when something in the row cannot be read, which then is among the file's problems. */
    Optional<ReadRecord> record(RecordFile file, Row row, References references) {
        if (row.width() != width) {
            file.problems()
                    .add(
                            file.name(),
                            row.number(),
                            "",
                            "有%d列，表头有%d列".formatted(row.width(), width),
                            "has %d columns where the header has %d".formatted(row.width(), width));
            return Optional.empty();
        }
        @Nullable Object[] values = new Object[read.size()];
        var whole = true;
        for (var place = 0; place < values.length; place++) {
            whole &= parse(file, row, place, values);
        }
        return whole ? Optional.of(new ReadRecord(places, values, references, row.number())) : Optional.empty();
    }

    private boolean parse(RecordFile file, Row row, int place, @Nullable Object[] values) {
        var column = read.get(place);
        var text = row.at(column.at()).asText();
        if (text.isBlank()) {
            return true;
        }
        try {
            values[place] = FieldParsing.parse(column.field().type(), text.strip());
            return true;
        } catch (FieldParsing.Misfit misfit) {
            file.problems().add(file.name(), row.number(), column.field().name(), misfit.why());
            return false;
        }
    }
}
