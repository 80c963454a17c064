package org.jianxi.gateway.mapping;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.forms.FieldType;
import org.jianxi.gateway.forms.Required;
import org.jianxi.gateway.mapping.clause.Clauses;

/**
 * The fields of a dataset that any record could fail at; found once for a document.
 *
 * @param required always, or when others say so
 * @param identities those that hold a citizen's number
 * @param located those that say where something of the source's own lies; people and posts may be from anywhere
 */
record RecordDemands(List<Field> required, List<Field> identities, List<Field> located, Areas areas, Clauses clauses) {

    static RecordDemands of(RecordFields fields, Areas areas, Clauses clauses) {
        return new RecordDemands(
                fields.dataset().fields().stream()
                        .filter(field -> canBeMissing(field, fields))
                        .toList(),
                fields.dataset().fields().stream()
                        .filter(field -> field.type() instanceof FieldType.CitizenId)
                        .toList(),
                fields.dataset().fields().stream()
                        .filter(field -> field.type() instanceof FieldType.Division division && !division.anywhere())
                        .toList(),
                areas,
                clauses);
    }

    private static boolean canBeMissing(Field field, RecordFields fields) {
        return switch (field.required()) {
            case Required.Always always -> fields.isMapped(field);
            case Required.When when -> true;
            case Required.Never never -> false;
            case Required.Assigned assigned -> false;
            case Required.Elsewhere elsewhere -> false;
        };
    }

    /** @param told fields that a finding speaks of already */
    Stream<Field> missing(CanonicalRecord content, Set<String> told) {
        var first = 0;
        while (first < required.size() && !isMissing(required.get(first), content)) {
            first++;
        }
        return required.subList(first, required.size()).stream()
                .filter(field -> !told.contains(field.name()) && isMissing(field, content));
    }

    /** Fields whose division lies in none of the areas. */
    Stream<Field> outside(CanonicalRecord content) {
        return located.stream()
                .filter(field -> content.text(field.name())
                        .filter(code -> !areas.hold(code))
                        .isPresent());
    }

    private static boolean isMissing(Field field, CanonicalRecord content) {
        return content.values().get(field.name()) == null
                && (!(field.required() instanceof Required.When when) || applies(when, content));
    }

    private static boolean applies(Required.When when, CanonicalRecord content) {
        for (var other : when.fields().entrySet()) {
            var value = content.values().get(other.getKey());
            if (value == null
                    || !(other.getValue().isEmpty() || other.getValue().contains(value.written()))) {
                return false;
            }
        }
        return true;
    }
}
