package org.jianxi.gateway.derivation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jianxi.gateway.canonical.Bilingual;
import tools.jackson.databind.JsonNode;

/** Reads the other readings of a file of definitions; their datasets and fields are the dictionary's. */
record OtherReadings(ConditionReader fields) {

    List<OtherReading> read(JsonNode list) {
        return list.properties().stream()
                .map(entry -> one("/otherReadings/" + entry.getKey(), entry.getKey(), entry.getValue()))
                .toList();
    }

    private OtherReading one(String at, String id, JsonNode node) {
        return new OtherReading(
                id,
                new Bilingual(node.get("zh").stringValue(), node.get("en").stringValue()),
                datasets(at, node, "countsAll"),
                datasets(at, node, "countsRecords"),
                datasets(at, node, "takesNothingOff"),
                dates(at, node, "passesOver"),
                dates(at, node, "ofTheMonth"));
    }

    private Set<String> datasets(String at, JsonNode node, String word) {
        var named = texts(node.path(word));
        named.forEach(dataset -> fields.dataset(at + "/" + word, dataset));
        return named;
    }

    private Map<String, Set<String>> dates(String at, JsonNode node, String word) {
        var dates = new LinkedHashMap<String, Set<String>>();
        for (var dataset : node.path(word).properties()) {
            var named = texts(dataset.getValue());
            named.forEach(field -> fields.field(at + "/" + word + "/" + dataset.getKey(), dataset.getKey(), field));
            dates.put(dataset.getKey(), named);
        }
        return dates;
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new LinkedHashSet<String>();
        StreamSupport.stream(list.spliterator(), false).forEach(one -> texts.add(one.stringValue()));
        return texts;
    }
}
