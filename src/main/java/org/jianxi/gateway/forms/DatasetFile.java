package org.jianxi.gateway.forms;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jianxi.gateway.documents.YamlFile;

/** Reads one dataset definition whose shape the schema has checked, and refuses what would not hold together. */
final class DatasetFile {

    private final YamlFile file;
    private final Section root;
    private final FieldTypes types;

    DatasetFile(YamlFile file, CodeLists lists) {
        this.file = file;
        this.root = Section.root(file);
        this.types = new FieldTypes(lists);
    }

    Dataset read() {
        var id = root.text("dataset");
        if (!Path.of(file.name()).endsWith(id + ".yaml")) {
            throw root.at("dataset").problem("must be named as its file");
        }
        var fields = new ArrayList<Field>();
        var all = root.at("fields");
        var ofPeople = all.node().propertyNames().stream()
                .anyMatch(name -> privacy(all.at(name)).isHidden());
        for (var name : all.node().propertyNames()) {
            fields.add(field(id, name, ofPeople, all.at(name)));
        }
        var dataset = new Dataset(
                id,
                root.bilingual("title"),
                root.text("entity"),
                root.texts("key"),
                texts(root, "keyWithoutId"),
                root.has("elsewhere") ? root.at("elsewhere").textsByName() : Map.of(),
                fields);
        check(dataset);
        return dataset;
    }

    private static Privacy privacy(Section words) {
        return Privacy.valueOf(words.findText("personal").orElse("no").toUpperCase(Locale.ROOT));
    }

    private Field field(String dataset, String name, boolean besidePeople, Section words) {
        var standard = words.findText("standard");
        var clause = words.findText("clause").or(() -> standard);
        return new Field(
                name,
                words.findText("row").orElse(name),
                words.bilingual("label"),
                types.read(words),
                required(words),
                privacy(words),
                besidePeople,
                new Field.Naming(texts(words, "alsoCalled"), texts(words, "vendorCodes"), standard.orElse("")),
                clause.orElse("docs/datasets.md %s.%s".formatted(dataset, name)));
    }

    private static List<String> texts(Section words, String name) {
        return words.has(name) ? words.texts(name) : List.of();
    }

    private static Required required(Section words) {
        if (words.has("required") && words.at("required").node().isObject()) {
            var when = words.at("required").at("when");
            var fields = new LinkedHashMap<String, List<String>>();
            when.node().propertyNames().forEach(name -> fields.put(name, when.texts(name)));
            return new Required.When(fields);
        }
        return switch (words.findText("required").orElse("no")) {
            case "yes" -> new Required.Always();
            case "assigned" -> new Required.Assigned();
            case "conditional" -> new Required.Elsewhere();
            default -> new Required.Never();
        };
    }

    private void known(Dataset dataset, String words, List<String> fields) {
        for (var field : fields) {
            if (dataset.find(field).isEmpty()) {
                throw root.at(words).problem("has no field " + field);
            }
        }
    }

    private void check(Dataset dataset) {
        known(dataset, "key", dataset.key());
        known(dataset, "keyWithoutId", dataset.keyWithoutId());
        for (var field : dataset.fields()) {
            if (field.required() instanceof Required.When when) {
                when.fields().forEach((other, values) -> {
                    var known = dataset.find(other);
                    if (known.isEmpty()
                            || !known.get()
                                    .codes()
                                    .map(list -> values.stream().allMatch(list::allows))
                                    .orElse(true)) {
                        throw root.at("fields").at(field.name()).at("required").problem(other + " cannot say that");
                    }
                });
            }
        }
    }
}
