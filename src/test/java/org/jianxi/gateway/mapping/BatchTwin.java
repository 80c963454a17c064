package org.jianxi.gateway.mapping;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The XML document that says what a canonical JSON batch says, right or wrong. */
final class BatchTwin {

    private BatchTwin() {}

    static String of(JsonNode batch) {
        var root = batch.path("dataset").asString("nothing");
        var xml = new StringBuilder("<%s xmlns=\"urn:jianxi:canonical:1\">".formatted(root));
        for (var member : batch.properties()) {
            switch (member.getKey()) {
                case "dataset" -> {}
                case "records" -> {
                    xml.append("<records>");
                    member.getValue().forEach(record -> record(xml, record));
                    xml.append("</records>");
                }
                default -> element(xml, member.getKey(), member.getValue());
            }
        }
        return xml.append("</%s>".formatted(root)).toString();
    }

    private static void record(StringBuilder xml, JsonNode record) {
        if (record.path("removed").asBoolean(false)) {
            element(xml, "removal", ((ObjectNode) record.deepCopy()).without("removed"));
        } else {
            element(xml, "record", record);
        }
    }

    private static void element(StringBuilder xml, String name, JsonNode value) {
        xml.append('<').append(name).append('>');
        if (value.isObject()) {
            value.properties().forEach(member -> element(xml, member.getKey(), member.getValue()));
        } else {
            xml.append(value.asString("")
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace("\r", "&#13;")
                    .replace("\n", "&#10;"));
        }
        xml.append("</").append(name).append('>');
    }
}
