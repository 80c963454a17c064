package org.jianxi.gateway.mapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.mapping.conversion.FieldDemand;
import org.jianxi.gateway.mapping.expression.Expression;
import org.jianxi.gateway.mapping.notation.RowNames;

/**
 * How the fields of a dataset are read, in the dictionary's order.
 *
 * @param where which records count; empty: all
 * @param removed which of them say that a record is gone; empty: none by what it holds
 * @param checks of the integrator's own
 */
record RecordFields(
        Dataset dataset,
        List<FieldRule> rules,
        Optional<Expression> where,
        Optional<Expression> removed,
        List<SourceCheck> checks,
        RowNames names) {

    RecordFields {
        rules = List.copyOf(rules);
        checks = List.copyOf(checks);
    }

    /** Required fields that no rule reads: told once for a delivery, not once for each record. */
    List<Finding> unmapped() {
        return dataset.fields().stream()
                .filter(field -> field.isRequired() && !isMapped(field))
                .map(field -> Finding.error(
                        FieldDemand.REQUIRED.id(),
                        Place.WHOLE.forField(field.name()),
                        new Bilingual(
                                "映射没有读取必填字段“%s”（%s）".formatted(field.label().zh(), field.name()),
                                "The mapping does not read the required field %s (%s)"
                                        .formatted(field.name(), field.label().en())),
                        field.clause()))
                .toList();
    }

    /** Whether expressions may ask a record for anything: then every column counts. */
    boolean hasExpressions() {
        return where.isPresent()
                || removed.isPresent()
                || !checks.isEmpty()
                || rules.stream().anyMatch(rule -> rule.origin() instanceof FieldRule.Origin.Computed);
    }

    Set<String> fieldNames() {
        return rules.stream().map(rule -> rule.field().name()).collect(Collectors.toUnmodifiableSet());
    }

    boolean isMapped(Field field) {
        return rules.stream().anyMatch(rule -> rule.field().name().equals(field.name()));
    }
}
