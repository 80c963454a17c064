package org.jianxi.gateway.mapping;

import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.mapping.source.Answer;
import org.jianxi.gateway.mapping.source.SourceDocument;

/**
 * Where the fields of one record stand, looked up when a finding asks for it.
 *
 * @param silent fields that the whole document is known to lack
 */
record RecordPlaces(RecordFields fields, Set<String> silent, SourceDocument record) {

    /** The field's own place; where it has none, as one that is computed, the record's. */
    Place of(String field) {
        return fields.rules().stream()
                .filter(rule -> rule.field().name().equals(field))
                .flatMap(rule -> at(rule).stream())
                .findFirst()
                .orElseGet(record::place)
                .forField(field);
    }

    Place of(Optional<String> field) {
        return field.map(this::of).orElseGet(record::place);
    }

    private Optional<Place> at(FieldRule rule) {
        return silent.contains(rule.field().name())
                ? Optional.empty()
                : rule.address().map(record::find).map(answer -> switch (answer) {
                    case Answer.Found found -> found.place();
                    case Answer.NoSuchPlace none -> none.nearest();
                    case Answer.Several several -> several.first();
                });
    }
}
