package org.jianxi.gateway.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.BoundExplanation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bound explanations as a store of ours keeps them. */
public final class ExplanationJson {

    private ExplanationJson() {}

    public static ArrayNode list(List<BoundExplanation> explanations) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (var one : explanations) {
            var tree = list.addObject().put("rule", one.rule()).put("ruleVersion", one.ruleVersion());
            put(tree.putObject("values"), one.values());
            put(tree.putObject("previous"), one.previous());
            tree.put("text", one.text());
        }
        return list;
    }

    public static List<BoundExplanation> read(JsonNode list) {
        var explanations = new ArrayList<BoundExplanation>();
        for (var tree : list) {
            explanations.add(new BoundExplanation(
                    tree.path("rule").asString(),
                    tree.path("ruleVersion").asString(),
                    values(tree.path("values")),
                    values(tree.path("previous")),
                    tree.path("text").asString()));
        }
        return explanations;
    }

    private static void put(ObjectNode tree, SortedMap<Integer, String> values) {
        values.forEach((indicator, value) -> tree.put(indicator.toString(), value));
    }

    private static SortedMap<Integer, String> values(JsonNode tree) {
        var values = new TreeMap<Integer, String>();
        tree.properties()
                .forEach(member -> values.put(
                        Integer.valueOf(member.getKey()), member.getValue().asString()));
        return values;
    }
}
