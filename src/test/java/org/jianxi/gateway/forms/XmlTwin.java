package org.jianxi.gateway.forms;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The XML document that says what a canonical JSON document says, right or wrong; written by hand, not by our writer. */
final class XmlTwin {

    private final StringBuilder xml = new StringBuilder();

    String of(JsonNode tree) {
        xml.append("<monthlyReturn xmlns=\"urn:jianxi:canonical:1\">");
        for (var member : tree.properties()) {
            switch (member.getKey()) {
                case "indicators" -> indicators(member.getValue());
                case "explanations" -> explanations(member.getValue());
                default -> element(member.getKey(), member.getValue());
            }
        }
        return xml.append("</monthlyReturn>").toString();
    }

    private void indicators(JsonNode indicators) {
        xml.append("<indicators>");
        for (var figure : indicators.properties()) {
            var name = figure.getKey();
            element(Character.isDigit(name.charAt(0)) ? "i" + name : name, figure.getValue());
        }
        xml.append("</indicators>");
    }

    private void explanations(JsonNode list) {
        xml.append("<explanations>");
        if (list.isObject()) {
            list.properties().forEach(member -> element(member.getKey(), member.getValue()));
        }
        for (var item : list.isArray() ? list : JsonNodeFactory.instance.arrayNode()) {
            xml.append("<explanation");
            for (var member : item.properties()) {
                if (!member.getKey().equals("text")) {
                    xml.append(' ')
                            .append(member.getKey())
                            .append("=\"")
                            .append(escaped(member.getValue()))
                            .append('"');
                }
            }
            xml.append('>').append(escaped(item.path("text"))).append("</explanation>");
        }
        xml.append("</explanations>");
    }

    private void element(String name, JsonNode value) {
        xml.append('<').append(name).append('>');
        if (value.isObject()) {
            value.properties().forEach(member -> element(member.getKey(), member.getValue()));
        } else {
            xml.append(escaped(value));
        }
        xml.append("</").append(name).append('>');
    }

    private static String escaped(JsonNode value) {
        var text = value.isNumber() ? value.decimalValue().toPlainString() : value.asString("");
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("\r", "&#13;")
                .replace("\n", "&#10;");
    }
}
