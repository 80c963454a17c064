package org.jianxi.gateway.mapping;

import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Dictionary;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.mapping.conversion.Conversion;
import org.jianxi.gateway.mapping.conversion.Conversions;
import org.jianxi.gateway.mapping.conversion.Converted;
import org.jianxi.gateway.mapping.expression.Expressions;
import org.jianxi.gateway.mapping.notation.AddressReader;
import org.jianxi.gateway.mapping.notation.NumberStyle;
import org.jianxi.gateway.mapping.notation.RowNames;
import org.jianxi.gateway.mapping.notation.TextMatch;
import org.jianxi.gateway.mapping.notation.Words;
import org.jianxi.gateway.mapping.table.Value;

/** Reads the words {@code fields}, {@code rows.where}, {@code rows.removed} and {@code checks} of a record dataset's mapping. */
final class FieldRules {

    private final Dataset dataset;
    private final AddressReader addresses;
    private final Conversions conversions;

    FieldRules(Dataset dataset, Dictionary dictionary, AddressReader addresses, NumberStyle usual) {
        this.dataset = dataset;
        this.addresses = addresses;
        this.conversions = new Conversions(dictionary, usual, addresses.hasCells());
    }

    RecordFields read(Words root) {
        var fields = root.at("fields");
        for (var one : fields.members()) {
            if (dataset.find(one.name()).isEmpty()) {
                throw one.problem("%s has no such field; docs/datasets.md lists them".formatted(dataset.id()));
            }
        }
        var rules = dataset.fields().stream()
                .filter(field -> fields.has(field.name()))
                .map(field -> rule(field, fields.at(field.name())))
                .toList();
        var where = root.find("rows").flatMap(rows -> rows.find("where")).map(Expressions::condition);
        return new RecordFields(
                dataset,
                rules,
                where,
                root.find("rows").flatMap(rows -> rows.find("removed")).map(Expressions::condition),
                SourceCheck.readAll(root, at -> dataset.find(at).isPresent(), dataset.id()),
                new RowNames(addresses, root));
    }

    private FieldRule rule(Field field, Words words) {
        var conversion = conversions.of(field, words);
        return new FieldRule(
                field,
                origin(words, conversion),
                words.find("match").map(TextMatch::read),
                conversion,
                words.find("blankAs").map(one -> value(one, conversion)));
    }

    private FieldRule.Origin origin(Words words, Conversion conversion) {
        if (words.has("const") || words.has("expr")) {
            if (addresses.hasAddress(words) || words.has("const") == words.has("expr")) {
                throw words.problem("has one origin: an address, const or expr");
            }
            return words.has("const")
                    ? new FieldRule.Origin.Constant(value(words.at("const"), conversion))
                    : new FieldRule.Origin.Computed(Expressions.value(words.at("expr")));
        }
        return new FieldRule.Origin.At(addresses.read(words));
    }

    /** A value written in the mapping, which must be one the field can hold. */
    private static FieldValue value(Words words, Conversion conversion) {
        var node = words.node();
        var written = node.isBoolean() ? new Value.Truth(node.booleanValue()) : new Value.Text(words.text());
        return switch (conversion.convert(written)) {
            case Converted.Good good -> good.value();
            case Converted.Told told -> told.value();
            case Converted.Blank blank -> throw words.problem("says nothing");
            case Converted.Refused refused -> throw words.problem(refused.why().en());
        };
    }
}
