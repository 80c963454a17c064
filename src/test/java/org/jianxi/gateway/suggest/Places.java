package org.jianxi.gateway.suggest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.documents.YamlFile;
import tools.jackson.databind.JsonNode;

/** Where a mapping file reads each figure or field: the addresses alone, so that a draft can be held against the true mapping. */
record Places(Map<String, List<String>> byTarget) {

    static Places of(String yaml) {
        var tree = YamlFile.parse("mapping", yaml).tree();
        var places = new LinkedHashMap<String, List<String>>();
        for (var word : List.of("figures", "fields")) {
            tree.path(word).properties().forEach(one -> {
                var read = addresses(one.getValue());
                if (!read.isEmpty()) {
                    places.put(one.getKey(), read);
                }
            });
        }
        return new Places(places);
    }

    /** How many of the targets that the true mapping reads from the document are read from the same place here. */
    long rightOf(Places truth) {
        return truth.byTarget.entrySet().stream()
                .filter(one ->
                        byTarget.getOrDefault(one.getKey(), List.of()).stream().anyMatch(one.getValue()::contains))
                .count();
    }

    List<String> wrongOf(Places truth) {
        return byTarget.keySet().stream()
                .filter(target -> truth.byTarget.getOrDefault(target, List.of()).stream()
                        .noneMatch(byTarget.getOrDefault(target, List.of())::contains))
                .toList();
    }

    private static List<String> addresses(JsonNode rule) {
        if (rule.isString()) {
            return List.of(bare(rule.asString()));
        }
        if (rule.isArray()) {
            return texts(rule);
        }
        for (var word : List.of("from", "at", "document")) {
            if (rule.has(word)) {
                var row = rule.path("row").toString() + rule.path("in").toString();
                return texts(rule.path(word)).stream().map(text -> text + row).toList();
            }
        }
        return List.of();
    }

    private static List<String> texts(JsonNode one) {
        var texts = new ArrayList<String>();
        if (one.isArray()) {
            one.forEach(text -> texts.add(bare(text.asString())));
        } else {
            texts.add(bare(one.asString()));
        }
        return texts;
    }

    /** The last part of a header's path leads to the same column as the whole of it. */
    private static String bare(String text) {
        return text.replace('：', ':').replace('（', '(').replace('）', ')').strip();
    }
}
