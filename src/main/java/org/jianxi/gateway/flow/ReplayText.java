package org.jianxi.gateway.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.FindingJson;
import org.jianxi.gateway.forms.ReturnForms;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The plain trees a replay's report is made of. */
final class ReplayText {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, Object>> TREE = new TypeReference<>() {};

    private ReplayText() {}

    /** Names and values by turns, kept in this order. */
    static Map<String, Object> ordered(Object... namesAndValues) {
        var tree = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            tree.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return tree;
    }

    /** A finding as the contract shapes it, as far as it tells one from another. */
    static Map<String, Object> of(Finding finding) {
        var tree = of(FindingJson.tree(finding));
        tree.keySet().retainAll(List.of("rule", "severity", "at", "message"));
        return tree;
    }

    static Map<String, Object> of(Place place) {
        ObjectNode whole = JSON.valueToTree(place);
        whole.removeNulls();
        return of(whole);
    }

    private static Map<String, Object> of(JsonNode node) {
        return JSON.convertValue(node, TREE);
    }

    /** The amount as the form prints it; without one, the bare number. */
    static String printed(ReturnForms forms, String form, int indicator, long amount) {
        return forms.find(form)
                .flatMap(one -> one.find(indicator))
                .map(one -> one.unit().print(amount))
                .orElse(Long.toString(amount));
    }
}
