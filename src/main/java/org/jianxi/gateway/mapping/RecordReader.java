package org.jianxi.gateway.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.canonical.Finding;

/**
 * Reads records one after the other by the rules of a mapping. Keeps nothing between two of them.
 *
 * @param silent fields that are known to be missing in the whole document and were told of once
 */
record RecordReader(RecordFields fields, Set<String> silent) {

    RecordReader(RecordFields fields) {
        this(fields, Set.of());
    }

    RecordReader {
        silent = Set.copyOf(silent);
    }

    /** A record with everything that is wrong with it, at once. */
    record Read(CanonicalRecord content, List<Finding> findings) {}

    /** The same for a document whose header lacks these fields. */
    RecordReader without(Set<String> missing) {
        return new RecordReader(fields, missing);
    }

    /** Whether the record counts; empty where its condition cannot be decided. */
    Optional<Boolean> isWanted(SourceDocument record) {
        return fields.where().isEmpty()
                ? Optional.of(true)
                : fields.where().get().holds(new RowText(fields.names(), record), Map.of());
    }

    /** @param number of the record, from 1 */
    Read read(SourceDocument record, long number) {
        var text = new RowText(fields.names(), record);
        var values = new LinkedHashMap<String, FieldValue>();
        var shown = new HashMap<String, Object>();
        var places = new LinkedHashMap<String, Answer.Whereabouts>();
        var refused = new HashSet<String>(silent);
        var findings = new ArrayList<Finding>();
        for (var rule : fields.rules()) {
            var name = rule.field().name();
            if (silent.contains(name)) {
                continue;
            }
            var outcome = FieldReader.read(rule, record, text, shown);
            if (outcome.at() != FieldReader.NOWHERE) {
                places.put(name, outcome.at());
            }
            outcome.finding().ifPresent(findings::add);
            if (outcome.isRefused()) {
                refused.add(name);
            }
            outcome.value().ifPresent(value -> {
                values.put(name, value);
                shown.put(name, shown(value));
            });
        }
        var content = new CanonicalRecord(fields.dataset().id(), number, values);
        findings.addAll(new RecordCheck(fields, content, places).findings(refused));
        for (var check : fields.checks()) {
            new SourceChecked(check, fields.dataset(), places).judge(text, shown).ifPresent(findings::add);
        }
        return new Read(content, findings);
    }

    /** As expressions see it. */
    private static Object shown(FieldValue value) {
        return switch (value) {
            case FieldValue.Whole whole -> whole.number();
            case FieldValue.Truth truth -> truth.holds();
            case FieldValue.Decimal decimal -> ExactDecimal.of(decimal.number());
            default -> value.written();
        };
    }
}
