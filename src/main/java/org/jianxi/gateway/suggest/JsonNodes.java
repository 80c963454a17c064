package org.jianxi.gateway.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.documents.StrictJson;
import tools.jackson.databind.JsonNode;

/** A JSON sample as {@link Node}s. */
final class JsonNodes {

    private JsonNodes() {}

    static Node of(String name, String step, JsonNode json) {
        var children = new ArrayList<Node>();
        if (json.isArray()) {
            json.forEach(item -> children.add(of(name, "", item)));
        } else {
            json.properties()
                    .forEach(member -> children.add(
                            of(member.getKey(), "/" + StrictJson.escape(member.getKey()), member.getValue())));
        }
        return new Node(name, step, said(json), children, json.isArray());
    }

    /** Lines of JSON as the items of one list. */
    static Node ofLines(List<JsonNode> lines) {
        return new Node(
                "",
                "",
                Optional.empty(),
                lines.stream().map(line -> of("", "", line)).toList(),
                true);
    }

    private static Optional<Said> said(JsonNode json) {
        if (json.isContainer()) {
            return Optional.empty();
        }
        if (json.isNull()) {
            return Optional.of(Said.text(""));
        }
        return Optional.of(new Said(
                json.isNumber() ? json.decimalValue().toPlainString() : json.asString(),
                json.isNumber() ? Said.Kind.NUMBER : json.isBoolean() ? Said.Kind.TRUTH : Said.Kind.TEXT));
    }
}
