package org.jianxi.gateway.generated;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Repair;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.forms.CanonicalJsonSchema;
import org.jianxi.gateway.forms.ReturnForms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The components of the OpenAPI 3.1 document that follow from the form: the return of each edition, and the finding. */
record ApiComponents(ReturnForms forms) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();
    private static final String HERE = "#/components/schemas/";

    /** YAML, for the file beside the hand-kept {@code openapi.yaml}. */
    String write() {
        return "# Made from schemas/returns by GeneratedFilesTest; do not edit.\n" + YAML.writeValueAsString(tree());
    }

    private JsonNode tree() {
        var root = NODES.objectNode();
        var schemas = root.putObject("components").putObject("schemas");
        var monthly = schemas.putObject("MonthlyReturn");
        var any = monthly.putArray("oneOf");
        var discriminator = monthly.putObject("discriminator").put("propertyName", "form");
        var editions = discriminator.putObject("mapping");
        for (var form : forms.all()) {
            var name = "MonthlyReturn-" + form.id();
            any.addObject().put("$ref", HERE + name);
            editions.put(form.id(), HERE + name);
            var schema = ((ObjectNode) CanonicalJsonSchema.of(form)).deepCopy();
            schema.remove(List.of("$schema", "$id"));
            typed((ObjectNode) schema.at("/properties/form"), form.id());
            schemas.set(name, schema);
        }
        schemas.set("Finding", finding());
        schemas.set("Place", place());
        schemas.set("Values", values());
        schemas.set("Repair", repair());
        schemas.set("Figure", figure());
        return root;
    }

    /** As an enumeration of one: what generators make a type of. */
    private static void typed(ObjectNode member, String only) {
        member.removeAll();
        member.put("type", "string").putArray("enum").add(only);
    }

    private static ObjectNode finding() {
        var finding = object("rule", "severity", "at", "message", "clause", "values", "repairs");
        var members = finding.putObject("properties");
        members.set("rule", text().put("pattern", "^[LBFSP]-[A-Z0-9-]+$"));
        var severity = members.putObject("severity").put("type", "string").putArray("enum");
        Stream.of(Severity.values()).map(Severity::wireName).forEach(severity::add);
        members.set("at", reference("Place"));
        var message = object("zh", "en");
        message.putObject("properties").set("zh", text());
        message.withObjectProperty("properties").set("en", text());
        members.set("message", message);
        members.set("clause", text());
        members.set("values", reference("Values"));
        members.set("previous", reference("Values"));
        members.set("shortBy", reference("Figure"));
        members.putObject("repairs").put("type", "array").set("items", reference("Repair"));
        members.set("explanation", text());
        members.set("lock", text().put("description", "何种锁定 / which lock held it up or was passed"));
        members.putObject("facts").put("type", "object").set("additionalProperties", text());
        members.set("help", text().put("description", "规则说明的地址 / where the rule is explained"));
        return finding;
    }

    private static ObjectNode place() {
        var place = object();
        var members = place.putObject("properties");
        members.putObject("indicator").put("type", "integer");
        for (var name : List.of("sheet", "cell", "pointer", "xpath", "column")) {
            members.set(name, text());
        }
        members.putObject("line").put("type", "integer").put("minimum", 1);
        members.set("field", text().put("description", "记录的字段名 / the field of a record, by the dictionary"));
        members.putObject("record")
                .put("type", "integer")
                .put("format", "int64")
                .put("minimum", 1)
                .put("description", "第几条记录 / the number of the record");
        return place;
    }

    private static ObjectNode repair() {
        var bound = NODES.objectNode().put("type", "object");
        var bounds = bound.putObject("properties");
        Arrays.stream(Repair.Kind.values()).forEach(kind -> bounds.set(kind.wireName(), reference("Figure")));
        bound.put("minProperties", 1).put("maxProperties", 1).put("additionalProperties", false);
        var repair = object("change");
        var change = repair.putObject("properties").putObject("change").put("type", "object");
        change.set("additionalProperties", bound);
        return repair;
    }

    private static ObjectNode values() {
        var values = NODES.objectNode().put("type", "object");
        values.put("description", "by indicator number");
        values.set("additionalProperties", reference("Figure"));
        return values;
    }

    private static ObjectNode figure() {
        var figure = NODES.objectNode();
        figure.put("description", "a count, or money in 万元 as a decimal string");
        var kinds = figure.putArray("anyOf");
        kinds.addObject().put("type", "integer");
        kinds.addObject().put("type", "string").put("pattern", "^[0-9]+\\.[0-9]{2,6}$");
        return figure;
    }

    private static ObjectNode object(String... required) {
        var object = NODES.objectNode().put("type", "object");
        var names = object.putArray("required");
        List.of(required).forEach(names::add);
        return object;
    }

    private static ObjectNode text() {
        return NODES.objectNode().put("type", "string");
    }

    private static ObjectNode reference(String name) {
        return NODES.objectNode().put("$ref", HERE + name);
    }
}
