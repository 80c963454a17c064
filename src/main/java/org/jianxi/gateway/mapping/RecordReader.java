package org.jianxi.gateway.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.canonical.FieldValues;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.mapping.clause.Clauses;
import org.jianxi.gateway.mapping.expression.ExactDecimal;
import org.jianxi.gateway.mapping.source.RowText;
import org.jianxi.gateway.mapping.source.SourceDocument;

/** Reads records one after the other by the rules of a mapping, from one thread. Keeps of one what may repeat in the next. */
final class RecordReader {

    private final RecordFields fields;
    private final Areas areas;
    private final Clauses clauses;
    private final Set<String> silent;
    private final RecordDemands demands;
    private final List<RepeatedField> wanted;
    private final FieldValues.Builder values;
    private final boolean hasExpressions;
    private final boolean judges;

    RecordReader(RecordFields fields) {
        this(fields, Areas.ANY, Clauses.alone(), true);
    }

    /**
     * @param areas that the records may speak of
     * @param clauses that records keep, with what is known beside them
     * @param judges whether a record as a whole is held against what it must keep; its fields always are
     */
    RecordReader(RecordFields fields, Areas areas, Clauses clauses, boolean judges) {
        this(fields, areas, clauses, judges, Set.of());
    }

    /** @param silent fields that are known to be missing in the whole document and were told of once */
    private RecordReader(RecordFields fields, Areas areas, Clauses clauses, boolean judges, Set<String> silent) {
        this.fields = fields;
        this.areas = areas;
        this.clauses = clauses;
        this.judges = judges;
        this.silent = Set.copyOf(silent);
        this.demands = RecordDemands.of(fields, areas, clauses);
        this.hasExpressions = fields.hasExpressions();
        this.wanted = fields.rules().stream()
                .filter(rule -> !silent.contains(rule.field().name()))
                .map(RepeatedField::new)
                .toList();
        this.values = new FieldValues.Builder(wanted.size());
    }

    /** A record with everything that is wrong with it, at once. */
    record Read(CanonicalRecord content, List<Finding> findings) {}

    /** The same for a document whose header lacks these fields. */
    RecordReader without(Set<String> missing) {
        return new RecordReader(fields, areas, clauses, judges, missing);
    }

    /** Whether the record counts; empty where its condition cannot be decided. */
    Optional<Boolean> isWanted(SourceDocument record) {
        return fields.where().isEmpty()
                ? Optional.of(true)
                : fields.where().get().holds(new RowText(fields.names(), record), Map.of());
    }

    /** Whether it says that a record is gone; empty where its condition cannot be decided. */
    Optional<Boolean> isRemoval(SourceDocument record) {
        return fields.removed().isEmpty()
                ? Optional.of(false)
                : fields.removed().get().holds(new RowText(fields.names(), record), Map.of());
    }

    /** Of a record that is gone: its key fields alone, those that tell records apart without ids where it has no id. */
    Read readRemoval(SourceDocument record, long number) {
        var whole = read(record, number);
        var dataset = fields.dataset();
        var key = whole.content().values().keySet().containsAll(dataset.key())
                        || dataset.keyWithoutId().isEmpty()
                ? dataset.key()
                : dataset.keyWithoutId();
        return new RemovalRead(fields, whole, key, new RecordPlaces(fields, silent, record)).read();
    }

    /** @param number of the record, from 1 */
    Read read(SourceDocument record, long number) {
        var text = new RowText(fields.names(), record);
        var shown = new HashMap<String, Object>();
        var told = silent;
        var findings = new ArrayList<Finding>();
        for (var field : wanted) {
            var outcome = field.read(record, text, shown);
            outcome.finding().ifPresent(findings::add);
            if (outcome.isRefused()) {
                told = new HashSet<>(told);
                told.add(field.name());
            }
            if (outcome.value().isPresent()) {
                values.put(field.name(), outcome.value().get());
                if (hasExpressions) {
                    shown.put(field.name(), shown(outcome.value().get()));
                }
            }
        }
        var content = new CanonicalRecord(fields.dataset().id(), number, values.build());
        if (judges) {
            var places = new RecordPlaces(fields, silent, record);
            findings.addAll(new RecordCheck(fields, content, places).findings(demands, told));
            for (var check : fields.checks()) {
                new SourceChecked(check, fields.dataset().id(), () -> places.of(check.field()))
                        .judge(text, shown)
                        .ifPresent(findings::add);
            }
        }
        findings.replaceAll(finding -> finding.placed(finding.at().inRecord(number)));
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
