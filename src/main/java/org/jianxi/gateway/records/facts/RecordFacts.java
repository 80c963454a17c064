package org.jianxi.gateway.records.facts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** What is kept of one record beside its sealed content, field by field. */
public final class RecordFacts {

    private final List<FactColumn> columns;
    private final String[] values;
    private final BiFunction<String, String, UUID> record;

    /**
     * @param values as the database writes them, in the columns' order; empty for none
     * @param record what a record is known by, from its dataset and id
     */
    RecordFacts(List<FactColumn> columns, String[] values, BiFunction<String, String, UUID> record) {
        this.columns = columns;
        this.values = values;
        this.record = record;
    }

    /** A code, a whole number or a day as the canonical form writes it; empty where the record has none. */
    public Optional<String> written(String field) {
        var at = at(field);
        if (columns.get(at).kind() != FactColumn.Kind.WRITTEN) {
            throw new IllegalArgumentException(field + " is not kept as it was written");
        }
        return Optional.of(values[at]).filter(value -> !value.isEmpty());
    }

    /** Whether a field leads to the record of this id, or to none. */
    public boolean agrees(String field, String id) {
        var at = at(field);
        return values[at].isEmpty()
                || values[at].equals(record.apply(columns.get(at).of(), id).toString());
    }

    private int at(String field) {
        for (var at = 0; at < columns.size(); at++) {
            if (columns.get(at).field().equals(field)) {
                return at;
            }
        }
        throw new IllegalArgumentException(field + " was not asked for");
    }
}
