package org.jianxi.gateway.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Dictionary;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.AddressReader;
import org.jianxi.gateway.mapping.notation.Encodings;
import org.jianxi.gateway.mapping.notation.Format;
import org.jianxi.gateway.mapping.notation.JsonPathNotation;
import org.jianxi.gateway.mapping.notation.Namespaces;
import org.jianxi.gateway.mapping.notation.NumberStyle;
import org.jianxi.gateway.mapping.notation.RecordsAddress;
import org.jianxi.gateway.mapping.notation.Words;
import org.jianxi.gateway.mapping.notation.XmlPathNotation;
import org.jianxi.gateway.mapping.source.JoinRule;
import org.jianxi.gateway.mapping.source.TableReader;
import org.jianxi.gateway.mapping.source.TableRule;
import org.jianxi.gateway.mapping.table.RecordLimits;

/** Reads the words of a record dataset's mapping: where its records stand, and what other tables belong to them. */
final class RecordRules {

    private final Words root;
    private final Format format;
    private final Namespaces namespaces;
    private final AddressReader addresses;

    RecordRules(Words root, Format format) {
        this.root = root;
        this.format = format;
        this.namespaces = Namespaces.read(root);
        this.addresses = AddressReader.ofRecords(format, namespaces);
    }

    RecordReading read(Dictionary dictionary) {
        var id = root.at("dataset");
        var dataset = dictionary
                .datasets()
                .find(id.text())
                .filter(Dataset::isOfRecords)
                .orElseThrow(() -> id.problem("is no dataset of records; schemas/datasets has them"));
        var style = NumberStyle.read(root, format);
        return new RecordReading(
                format,
                style,
                Encodings.agreed(root),
                table(root),
                records(root),
                joins(),
                RecordLimits.read(root),
                false,
                new FieldRules(dataset, dictionary, addresses, style).read(root));
    }

    private Optional<TableRule> table(Words words) {
        return format.isTable() ? Optional.of(new TableReader(format, addresses).read(words)) : Optional.empty();
    }

    private Optional<RecordsAddress> records(Words words) {
        return switch (format) {
            case JSON -> Optional.of(items(words));
            case XML -> Optional.of(elements(words));
            default -> Optional.empty();
        };
    }

    private static RecordsAddress items(Words words) {
        if (!words.has("records")) {
            return new RecordsAddress.Items(List.of(), false);
        }
        var written = words.at("records");
        var members = written.text().endsWith("/*");
        var pointer = members ? written.text().substring(0, written.text().length() - 2) : written.text();
        if (!pointer.isEmpty() && !(JsonPathNotation.parse(pointer).orElse(null) instanceof Address.Pointer)) {
            throw written.problem(
                    "must be the pointer of an array such as /data/list, or /data/* for an object's members");
        }
        var steps = pointer.isEmpty()
                ? List.<String>of()
                : List.of(pointer.substring(1).split("/", -1)).stream()
                        .map(step -> step.replace("~1", "/").replace("~0", "~"))
                        .toList();
        return new RecordsAddress.Items(steps, members);
    }

    private RecordsAddress elements(Words words) {
        var written = words.at("records");
        var path = new XmlPathNotation(namespaces)
                .parse(written.text())
                .filter(one -> one.attribute().isEmpty())
                .orElseThrow(() -> written.problem("must be the path of the element that is repeated"));
        return new RecordsAddress.Elements(path);
    }

    private Map<String, JoinRule> joins() {
        var joins = new LinkedHashMap<String, JoinRule>();
        root.find("join").stream()
                .flatMap(words -> words.members().stream())
                .forEach(one -> joins.put(one.name(), join(one)));
        return joins;
    }

    private JoinRule join(Words words) {
        if (format == Format.CSV || format == Format.JSON_LINES) {
            throw words.problem("a file of format " + format.wireName() + " holds one table only");
        }
        var keys = words.at("on").members().stream().map(this::key).toList();
        return new JoinRule(words.name(), table(words), records(words), keys);
    }

    private JoinRule.Key key(Words words) {
        return new JoinRule.Key(addresses.read(words.named()), addresses.read(words));
    }
}
