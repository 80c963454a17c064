package org.jianxi.gateway.forms;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema (2020-12) of a canonical batch of records, made from its dataset. What depends on other fields or on the day is left
 * to the rules, as it is in the XSD.
 */
public final class RecordJsonSchema {

    private static final String REMOVED = "removed";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordJsonSchema() {}

    public static JsonNode of(Dataset dataset) {
        var schema = NODES.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", CanonicalWords.NAMESPACE + ":" + dataset.id());
        schema.put("title", dataset.title().zh() + " / " + dataset.title().en());
        closed(schema, "dataset", "sender", "period", "records");
        var members = schema.putObject("properties");
        members.putObject("dataset").put("const", dataset.id());
        members.set(
                "sender", text(CanonicalWords.SENDER).put("description", "填报单位 / division code of the reporting unit"));
        members.set("period", text(CanonicalWords.PERIOD).put("description", "报告期 / the month, such as 2023-06"));
        var records = members.putObject("records").put("type", "array").put("minItems", 1);
        var item = records.putObject("items");
        item.putObject("if").putArray("required").add(REMOVED);
        item.putObject("then").put("$ref", "#/$defs/removal");
        item.putObject("else").put("$ref", "#/$defs/record");
        var definitions = schema.putObject("$defs");
        definitions.set("record", record(dataset));
        definitions.set("removal", removal(dataset));
        return schema;
    }

    /** Of a record that is gone: the fields that tell it from others, and the word for it. */
    private static ObjectNode removal(Dataset dataset) {
        var names = Stream.concat(dataset.key().stream(), Stream.of(REMOVED)).toArray(String[]::new);
        var body = closed(NODES.objectNode(), names);
        var members = body.putObject("properties");
        for (var name : dataset.key()) {
            var field = dataset.find(name).orElseThrow();
            members.set(name, value(field.type()).put("title", field.label().zh()));
        }
        members.putObject(REMOVED).put("const", true).put("description", "该记录已删除 / this record is gone");
        return body;
    }

    private static ObjectNode record(Dataset dataset) {
        var required = dataset.fields().stream()
                .filter(Field::isRequired)
                .map(Field::name)
                .toArray(String[]::new);
        var body = closed(NODES.objectNode(), required);
        var members = body.putObject("properties");
        for (var field : dataset.fields()) {
            members.set(
                    field.name(),
                    value(field.type())
                            .put("title", field.label().zh())
                            .put("description", field.label().en()));
        }
        return body;
    }

    private static ObjectNode value(FieldType type) {
        return switch (type) {
            case FieldType.Whole whole ->
                NODES.objectNode()
                        .put("type", "integer")
                        .put("minimum", whole.least())
                        .put("maximum", whole.most());
            case FieldType.Truth truth -> NODES.objectNode().put("type", "boolean");
            case FieldType.Text text -> text(pattern(type)).put("maxLength", text.longest());
            default -> text(pattern(type));
        };
    }

    private static String pattern(FieldType type) {
        return RecordWords.pattern(type, RecordWords.Characters.JSON);
    }

    private static ObjectNode closed(ObjectNode object, String... required) {
        object.put("type", "object").put("additionalProperties", false);
        var names = object.putArray("required");
        for (var name : required) {
            names.add(name);
        }
        return object;
    }

    /** Some validators let $ match before a last line feed; the XSD does not, and neither may they. */
    private static ObjectNode text(String pattern) {
        return NODES.objectNode().put("type", "string").put("pattern", "^(" + pattern + ")(?!\\n)$");
    }
}
