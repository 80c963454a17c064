package org.jianxi.gateway.mapping;

import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.StatedRule;
import org.jianxi.gateway.mapping.conversion.Converted;
import org.jianxi.gateway.mapping.conversion.FieldDemand;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.notation.FieldText;
import org.jianxi.gateway.mapping.source.Answer;
import org.jianxi.gateway.mapping.source.SourceDocument;
import org.jianxi.gateway.mapping.table.Value;

/** Reads one field of a record: a value with its place, or the reason there is none. */
final class FieldReader {

    /**
     * What came of it.
     *
     * @param value absent where nothing was stated or where a finding says why it is no value
     */
    record Outcome(Optional<FieldValue> value, Optional<Finding> finding) {

        private static final Outcome NOTHING = new Outcome(Optional.empty(), Optional.empty());

        /** Whether something stood there that could not be read: then it is not missing too. */
        boolean isRefused() {
            return value.isEmpty() && finding.isPresent();
        }
    }

    private FieldReader() {}

    /** @param fields those read so far, for expressions */
    static Outcome read(FieldRule rule, SourceDocument record, Map<String, String> text, Map<String, Object> fields) {
        return switch (rule.origin()) {
            case FieldRule.Origin.Constant constant -> new Outcome(Optional.of(constant.value()), Optional.empty());
            case FieldRule.Origin.Computed computed ->
                converted(rule, computed.expression().value(text, fields), record::place);
            case FieldRule.Origin.At at -> answered(rule, record.find(at.address()));
        };
    }

    /** @param answer of the record at the field's address */
    static Outcome answered(FieldRule rule, Answer answer) {
        return switch (answer) {
            case Answer.NoSuchPlace none -> blank(rule);
            case Answer.Several several ->
                new Outcome(
                        Optional.empty(),
                        Optional.of(finding(rule, FieldDemand.SEVERAL, several.first(), "", several.why())));
            case Answer.Found found -> converted(rule, found.value(), found.whereabouts());
        };
    }

    static Outcome converted(FieldRule rule, Value value, Answer.Whereabouts at) {
        var cut = cut(rule, value);
        if (cut.isEmpty()) {
            return told(
                    rule,
                    at,
                    value,
                    new Converted.Refused(
                            FieldDemand.TEXT,
                            new Bilingual("与映射中match的写法不符", "does not fit the expression that match gives")));
        }
        return told(rule, at, value, rule.conversion().convert(cut.get()));
    }

    private static Outcome told(FieldRule rule, Answer.Whereabouts at, Value value, Converted converted) {
        return switch (converted) {
            case Converted.Good good -> new Outcome(Optional.of(good.value()), Optional.empty());
            case Converted.Told told ->
                new Outcome(
                        Optional.of(told.value()),
                        Optional.of(finding(rule, told.rule(), at.place(), value.asText(), told.why())));
            case Converted.Blank blank -> blank(rule);
            case Converted.Refused refused ->
                new Outcome(
                        Optional.empty(),
                        Optional.of(finding(rule, refused.rule(), at.place(), value.asText(), refused.why())));
        };
    }

    private static Outcome blank(FieldRule rule) {
        return rule.blank().isEmpty() ? Outcome.NOTHING : new Outcome(rule.blank(), Optional.empty());
    }

    /** The part that is meant; what stands there where all of it is; empty where text stands there and does not fit. */
    private static Optional<Value> cut(FieldRule rule, Value value) {
        if (rule.cut().isEmpty()) {
            return Optional.of(value);
        }
        var text = value.asText();
        return Characters.label(text).isEmpty()
                ? Optional.of(value)
                : rule.cut().get().in(text).map(Value.Text::new);
    }

    private static Finding finding(FieldRule rule, StatedRule broken, Place at, String text, Bilingual why) {
        var field = rule.field();
        var place = at.forField(field.name());
        var shown = field.isShown() ? Characters.quoted(text) : FieldText.shape(text);
        var message = new Bilingual(
                text.isEmpty()
                        ? "%s%s".formatted(field.label().zh(), why.zh())
                        : "%s“%s”%s".formatted(field.label().zh(), shown, why.zh()),
                text.isEmpty()
                        ? "%s %s".formatted(field.label().en(), why.en())
                        : "%s \"%s\" %s".formatted(field.label().en(), shown, why.en()));
        return switch (broken.severity()) {
            case ERROR -> Finding.error(broken.id(), place, message, field.clause());
            case WARNING -> Finding.warning(broken.id(), place, message, field.clause());
            case INFO -> Finding.info(broken.id(), place, message, field.clause());
        };
    }
}
