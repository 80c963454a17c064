package org.jianxi.gateway.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.FieldType;
import tools.jackson.databind.JsonNode;

/**
 * Reads the conditions of a file of definitions against the dictionary.
 *
 * @param figures those above, which a condition may name
 */
record ConditionReader(YamlFile file, Datasets datasets, Map<Integer, Definition> figures) {

    Condition all(String at, JsonNode list, String dataset) {
        return new Condition.All(list(at, list, dataset));
    }

    private List<Condition> list(String at, JsonNode list, String dataset) {
        var conditions = new ArrayList<Condition>();
        for (var node : list) {
            conditions.add(one(at + "/" + conditions.size(), node, dataset));
        }
        return conditions;
    }

    private Condition one(String at, JsonNode node, String dataset) {
        if (node.has("any")) {
            return new Condition.Any(list(at + "/any", node.get("any"), dataset));
        }
        if (node.has("notIn")) {
            return new Condition.Not(
                    above(at + "/notIn", node.get("notIn").intValue()).when());
        }
        var name = node.get("field").stringValue();
        var type = field(at + "/field", dataset, name);
        if (node.has("is")) {
            return dated(at, name, type, node.get("is").stringValue());
        }
        return node.has("in") ? coded(at, name, type, node.get("in")) : leading(at, name, type, node.get("leadsTo"));
    }

    private Condition dated(String at, String name, FieldType type, String word) {
        if (!(type instanceof FieldType.Day)) {
            throw file.problem(at + "/field", name + " is no date");
        }
        return new Condition.Dated(name, When.written(word).orElseThrow());
    }

    private Condition coded(String at, String name, FieldType type, JsonNode list) {
        if (!(type instanceof FieldType.Coded coded)) {
            throw file.problem(at + "/field", name + " has no codes");
        }
        var codes = new ArrayList<String>();
        for (var code : list) {
            if (!coded.codes().allows(code.stringValue())) {
                throw file.problem(at + "/in", code.stringValue() + " is no code of " + name);
            }
            codes.add(code.stringValue());
        }
        return new Condition.Coded(name, codes);
    }

    private Condition leading(String at, String name, FieldType type, JsonNode list) {
        if (type instanceof FieldType.Text text && text.of().isPresent()) {
            var dataset = text.of().get();
            return new Condition.LeadsTo(name, dataset, all(at + "/leadsTo", list, dataset));
        }
        throw file.problem(at + "/field", name + " is no id of another record");
    }

    /** The type of a dataset's field; a problem where there is none. */
    FieldType field(String at, String dataset, String name) {
        return dataset(at, dataset)
                .find(name)
                .orElseThrow(() -> file.problem(at, name + " is no field of " + dataset))
                .type();
    }

    Dataset dataset(String at, String name) {
        return datasets.find(name).orElseThrow(() -> file.problem(at, name + " is no dataset"));
    }

    /** A figure that follows from records and stands above in the file. */
    Definition.FromRecords above(String at, int indicator) {
        if (figures.get(indicator) instanceof Definition.FromRecords figure) {
            return figure;
        }
        throw file.problem(at, "no figure " + indicator + " from records stands above it");
    }
}
