package org.jianxi.gateway.forms;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A canonical document, JSON or XML, as the one tree that both say.
 *
 * @param tree in the names of version 1
 * @param version the one it is written in
 * @param places where each part stands in XML, by its JSON pointer; empty for JSON, where the pointer is the place
 * @param findings what had to be left out of the tree
 */
record CanonicalTree(JsonNode tree, CanonicalVersion version, Map<String, Place> places, List<Finding> findings) {

    CanonicalTree {
        places = Collections.unmodifiableMap(new HashMap<>(places));
        findings = List.copyOf(findings);
    }

    static CanonicalTree ofJson(JsonNode written) {
        return ofJson(written, CanonicalVersion.FIRST);
    }

    static CanonicalTree ofJson(JsonNode written, CanonicalVersion version) {
        if (version.isFirst() || !(written instanceof ObjectNode object)) {
            return new CanonicalTree(written, version, Map.of(), List.of());
        }
        var tree = JsonNodeFactory.instance.objectNode();
        for (var member : object.properties()) {
            if (!member.getKey().equals(CanonicalVersion.MEMBER)) {
                tree.set(version.firstNameOf(member.getKey()), member.getValue());
            }
        }
        return new CanonicalTree(tree, version, Map.of(), List.of());
    }

    /** What the sender calls a part. */
    String nameOf(String pointer) {
        var name = pointer.substring(pointer.lastIndexOf('/') + 1);
        return pointer.lastIndexOf('/') == 0 ? own(name) : name;
    }

    private String own(String name) {
        return name.endsWith("@1") && !version.isFirst() ? name.substring(0, name.length() - 2) : version.nameOf(name);
    }

    /** The place in the sender's own terms; what is missing is placed in the part that lacks it. */
    Place placeOf(String pointer) {
        if (places.isEmpty()) {
            var top = pointer.split("/", 3);
            return top.length == 2 ? Place.pointer("/" + own(top[1])) : Place.pointer(pointer);
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
