package org.jianxi.gateway.forms;

import java.util.List;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.DerivedFrom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema (2020-12) of a canonical monthly return, made from the form's definition. */
public final class CanonicalJsonSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String BASE = CanonicalWords.NAMESPACE + ":monthly-return";

    private CanonicalJsonSchema() {}

    /** The schema of one edition. */
    public static JsonNode of(ReturnForm form) {
        return of(form, CanonicalVersion.FIRST);
    }

    /** The schema of one edition in the names of a version. */
    public static JsonNode of(ReturnForm form, CanonicalVersion version) {
        var schema = NODES.objectNode();
        schema.put("$schema", DIALECT);
        schema.put("$id", version.namespace() + ":monthly-return:" + form.id());
        schema.put("title", form.title().zh() + " / " + form.title().en());
        return schema.setAll(body(form, version));
    }

    /** The schema that takes a return of any edition, each by its own rules. */
    public static JsonNode ofAny(List<ReturnForm> forms) {
        var schema = NODES.objectNode();
        schema.put("$schema", DIALECT);
        schema.put("$id", BASE);
        schema.put("title", "见习月报 / Monthly internship return");
        schema.put("type", "object");
        schema.putArray("required").add("form");
        var names = schema.putObject("properties").putObject("form").putArray("enum");
        var editions = schema.putArray("allOf");
        var definitions = schema.putObject("$defs");
        for (var form : forms) {
            names.add(form.id());
            definitions.set(form.id(), body(form, CanonicalVersion.FIRST));
            var edition = editions.addObject();
            edition.putObject("if").putObject("properties").putObject("form").put("const", form.id());
            edition.putObject("then").put("$ref", "#/$defs/" + form.id());
        }
        return schema;
    }

    private static ObjectNode body(ReturnForm form, CanonicalVersion version) {
        var body = object("form", version.nameOf("period"), version.nameOf("sender"), "indicators");
        var members = body.putObject("properties");
        if (!version.isFirst()) {
            body.withArray("required").add(CanonicalVersion.MEMBER);
            members.putObject(CanonicalVersion.MEMBER).put("const", version.number());
        }
        members.putObject("form").put("const", form.id());
        members.set(version.nameOf("period"), text(CanonicalWords.PERIOD, "报告期 / the month, such as 2023-06"));
        members.set(
                version.nameOf("sender"), text(CanonicalWords.SENDER, "填报单位 / division code of the reporting unit"));
        members.set(
                version.nameOf("revision"),
                whole(1, CanonicalWords.MOST_REVISION).put("default", 1));
        members.set("derivedFrom", derivedFrom());
        members.set(
                "commitment",
                text(
                        CanonicalWords.COMMITMENT,
                        "明细承诺值 / the commitment to the records behind the figures (derive --commit)"));
        members.set("indicators", indicators(form));
        members.set("explanations", explanations());
        return body;
    }

    private static ObjectNode derivedFrom() {
        var codes = NODES.objectNode().put("description", "数据来源 / what the figures were made from");
        var allowed = codes.putArray("enum");
        Stream.of(DerivedFrom.values()).map(DerivedFrom::name).forEach(allowed::add);
        return codes;
    }

    private static ObjectNode indicators(ReturnForm form) {
        var numbers = form.numbers().stream().map(String::valueOf).toArray(String[]::new);
        var indicators = object(numbers);
        var members = indicators.putObject("properties");
        for (var indicator : form.indicators()) {
            var value = indicator.unit().isMoney()
                    ? NODES.objectNode().put("type", "string").put("pattern", anchored(CanonicalWords.MONEY))
                    : whole(0, CanonicalWords.MOST_COUNT);
            value.put("title", indicator.label().zh() + "（" + indicator.unit().printed() + "）");
            value.put(
                    "description",
                    indicator.definition().zh() + " / " + indicator.definition().en());
            members.set(Integer.toString(indicator.number()), value);
        }
        return indicators;
    }

    private static ObjectNode explanations() {
        var list = NODES.objectNode().put("type", "array").put("maxItems", CanonicalWords.MOST_EXPLANATIONS);
        list.put("description", "说明 / explanations of warnings");
        var item = object("rule", "text");
        var members = item.putObject("properties");
        members.set(
                "rule",
                text(CanonicalWords.RULE, "规则编号 / the rule's id").put("maxLength", CanonicalWords.LONGEST_RULE));
        members.set(
                "text",
                NODES.objectNode()
                        .put("type", "string")
                        .put("maxLength", CanonicalWords.LONGEST_TEXT)
                        .put("pattern", anchored(CanonicalWords.TEXT)));
        list.set("items", item);
        return list;
    }

    private static ObjectNode object(String... required) {
        var object = NODES.objectNode().put("type", "object");
        object.put("additionalProperties", false);
        var names = object.putArray("required");
        List.of(required).forEach(names::add);
        return object;
    }

    private static ObjectNode text(String pattern, String description) {
        return NODES.objectNode()
                .put("type", "string")
                .put("pattern", anchored(pattern))
                .put("description", description);
    }

    private static ObjectNode whole(long least, long most) {
        return NODES.objectNode().put("type", "integer").put("minimum", least).put("maximum", most);
    }

    /** Some validators let $ match before a last line feed; the XSD does not, and neither may they. */
    private static String anchored(String pattern) {
        return "^" + pattern + "(?!\\n)$";
    }
}
