package org.jianxi.gateway.canonical;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * One record of a dataset in canonical form: a trainee, a unit, a payment.
 *
 * @param number counts from 1 in the order of the document
 * @param values by field, in the dictionary's order; a field without a value is absent
 * @param removal whether it says that the record of these key fields is gone
 */
public record CanonicalRecord(String dataset, long number, Map<String, FieldValue> values, boolean removal) {

    public CanonicalRecord(String dataset, long number, Map<String, FieldValue> values) {
        this(dataset, number, values, false);
    }

    public CanonicalRecord {
        values = FieldValues.copyOf(values);
    }

    public Optional<FieldValue> find(String field) {
        return Optional.ofNullable(values.get(field));
    }

    /** The canonical text of a field; empty when the record has none. */
    public Optional<String> text(String field) {
        return find(field).map(FieldValue::written);
    }

    /** A field's day; empty when the record has none, or another type of value. */
    public Optional<LocalDate> day(String field) {
        return values.get(field) instanceof FieldValue.Day day ? Optional.of(day.date()) : Optional.empty();
    }

    /** Names the dataset and nothing of what it says: records hold people. */
    @Override
    public String toString() {
        return "%s record %d".formatted(dataset, number);
    }
}
