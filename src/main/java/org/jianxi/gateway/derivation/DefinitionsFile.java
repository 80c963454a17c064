package org.jianxi.gateway.derivation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.FieldType;
import tools.jackson.databind.JsonNode;

/** Reads one file of definitions that keeps its schema; what the schema cannot say is a problem with its line. */
final class DefinitionsFile {

    private final YamlFile file;
    private final ConditionReader conditions;
    private final Map<Integer, Definition> figures = new TreeMap<>();

    DefinitionsFile(YamlFile file, Datasets datasets) {
        this.file = file;
        this.conditions = new ConditionReader(file, datasets, figures);
    }

    Definitions read() {
        var root = file.tree();
        var belongsTo = new LinkedHashMap<String, String>();
        for (var entry : root.get("belongsTo").properties()) {
            conditions.field(
                    "/belongsTo/" + entry.getKey(),
                    entry.getKey(),
                    entry.getValue().stringValue());
            belongsTo.put(entry.getKey(), entry.getValue().stringValue());
        }
        var never = new LinkedHashMap<String, Condition>();
        for (var entry : root.path("never").properties()) {
            never.put(entry.getKey(), conditions.all("/never/" + entry.getKey(), entry.getValue(), entry.getKey()));
        }
        for (var entry : root.get("figures").properties()) {
            var number = Integer.parseInt(entry.getKey());
            figures.put(number, figure("/figures/" + number, number, entry.getValue()));
        }
        var forms = new ArrayList<String>();
        root.get("forms").forEach(form -> forms.add(form.stringValue()));
        var readings = new OtherReadings(conditions).read(root.path("otherReadings"));
        return new Definitions(forms, belongsTo, never, List.copyOf(figures.values()), readings);
    }

    private Definition figure(String at, int number, JsonNode node) {
        if (node.has("reported")) {
            var why = node.get("reported");
            return new Definition.Reported(
                    number,
                    new Bilingual(why.get("zh").stringValue(), why.get("en").stringValue()));
        }
        if (node.has("partOf")) {
            var whole = conditions.above(at + "/partOf", node.get("partOf").intValue());
            var further = conditions.all(at + "/when", node.get("when"), whole.dataset());
            return new Definition.FromRecords(
                    number,
                    whole.dataset(),
                    whole.added(),
                    new Condition.All(List.of(whole.when(), further)),
                    Optional.empty());
        }
        var summed = node.has("sum");
        var dataset = node.get(summed ? "of" : "count").stringValue();
        return new Definition.FromRecords(
                number,
                dataset,
                summed ? Optional.of(added(at, dataset, node.get("sum").stringValue())) : Optional.empty(),
                conditions.all(at + "/when", node.get("when"), dataset),
                Optional.ofNullable(node.get("less")).map(less -> conditions.all(at + "/less", less, dataset)));
    }

    private String added(String at, String dataset, String name) {
        return switch (conditions.field(at + "/sum", dataset, name)) {
            case FieldType.Whole whole -> name;
            case FieldType.Money money -> name;
            default -> throw file.problem(at + "/sum", name + " is neither a whole number nor money");
        };
    }
}
