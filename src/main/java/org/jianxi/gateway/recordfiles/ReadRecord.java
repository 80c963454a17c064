package org.jianxi.gateway.recordfiles;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one record: the fields that a definition looks at, parsed.
 *
 * @param columns where each field lies in {@code values}; shared by all records of a file
 * @param references the record of the field's dataset with an id
 * @param line of the file, from 1
 */
@SuppressWarnings("ArrayRecordComponent") // one array for each record, written by its reader only
public record ReadRecord(
        Map<String, Integer> columns, @Nullable Object[] values, References references, long line) implements Facts {

    @Override
    public @Nullable LocalDate day(String field) {
        return (LocalDate) value(field);
    }

    @Override
    public @Nullable String text(String field) {
        return (String) value(field);
    }

    @Override
    public @Nullable Long amount(String field) {
        return (Long) value(field);
    }

    @Override
    public @Nullable Facts of(String field) {
        var id = text(field);
        return id == null ? null : references.find(field, id);
    }

    private @Nullable Object value(String field) {
        var at = columns.get(field);
        return at == null ? null : values[at];
    }
}
