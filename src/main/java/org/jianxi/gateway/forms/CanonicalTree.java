package org.jianxi.gateway.forms;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import tools.jackson.databind.JsonNode;

/**
 * A canonical document, JSON or XML, as the one tree that both say.
 *
 * @param places where each part stands in XML, by its JSON pointer; empty for JSON, where the pointer is the place
 * @param findings what had to be left out of the tree
 */
record CanonicalTree(JsonNode tree, Map<String, Place> places, List<Finding> findings) {

    CanonicalTree {
        places = Collections.unmodifiableMap(new HashMap<>(places));
        findings = List.copyOf(findings);
    }

    static CanonicalTree ofJson(JsonNode tree) {
        return new CanonicalTree(tree, Map.of(), List.of());
    }

    /** The place in the sender's own terms; what is missing is placed in the part that lacks it. */
    Place placeOf(String pointer) {
        if (places.isEmpty()) {
            return Place.pointer(pointer);
        }
        var at = pointer;
        while (!places.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return places.getOrDefault(at, Place.WHOLE);
    }

    /** What stands there, shortened for a message; empty where nothing does. */
    String shown(String pointer) {
        var node = tree.at(pointer);
        if (node.isMissingNode()) {
            return "";
        }
        var text = node.isString() ? node.stringValue() : node.toString();
        return text.codePointCount(0, text.length()) <= 40
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
    }
}
