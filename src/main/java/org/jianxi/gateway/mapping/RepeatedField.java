package org.jianxi.gateway.mapping;

import java.util.Map;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.source.Answer;
import org.jianxi.gateway.mapping.source.SourceDocument;
import org.jianxi.gateway.mapping.table.Value;
import org.jspecify.annotations.Nullable;

/** One field with what came of the value it was read from last: months, kinds and offices repeat from row to row. */
final class RepeatedField {

    private final FieldRule rule;
    private final @Nullable Address address;
    private @Nullable Value last;
    private FieldReader.@Nullable Outcome outcome;

    RepeatedField(FieldRule rule) {
        this.rule = rule;
        this.address = rule.address().orElse(null);
    }

    String name() {
        return rule.field().name();
    }

    FieldReader.Outcome read(SourceDocument record, Map<String, String> text, Map<String, Object> fields) {
        if (address == null) {
            return FieldReader.read(rule, record, text, fields);
        }
        var answer = record.find(address);
        return answer instanceof Answer.Found found ? repeated(found) : FieldReader.answered(rule, answer);
    }

    private FieldReader.Outcome repeated(Answer.Found found) {
        if (outcome != null && found.value().equals(last)) {
            return outcome;
        }
        var read = FieldReader.converted(rule, found.value(), found.whereabouts());
        // a finding names its own row
        outcome = read.finding().isEmpty() ? read : null;
        last = found.value();
        return read;
    }
}
