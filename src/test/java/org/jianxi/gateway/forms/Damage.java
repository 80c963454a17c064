package org.jianxi.gateway.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One change to a good canonical document; some leave it good, most do not.
 *
 * @param inXmlToo false where XML has no document that says the same, as it has no text that is not also a number
 */
record Damage(String name, boolean inXmlToo, Consumer<ObjectNode> change) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String ASTRAL = "𠀀";

    @Override
    public String toString() {
        return name;
    }

    static List<Damage> all() {
        return Stream.of(structure(), counts(), money(), heading(), explanations())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Damage> structure() {
        var damages = new ArrayList<Damage>();
        for (var member : List.of(
                "form", "period", "sender", "revision", "derivedFrom", "commitment", "indicators", "explanations")) {
            damages.add(new Damage("without " + member, true, tree -> tree.remove(member)));
            damages.add(new Damage(
                    member + " nested", true, tree -> tree.putObject(member).putObject("x")));
        }
        for (var code : List.of("RECORDS", "MANUAL", "MIXED", "records", "实名", "")) {
            damages.add(new Damage("derived from " + code, true, tree -> tree.put("derivedFrom", code)));
        }
        for (var digest : List.of("0a".repeat(32), "0A".repeat(32), "0a".repeat(31), "0a".repeat(32) + "\n", "")) {
            damages.add(new Damage("committed to " + digest, true, tree -> tree.put("commitment", digest)));
        }
        for (var unknown : List.of("Form", "note", "i1")) {
            damages.add(new Damage("unknown " + unknown, true, tree -> tree.put(unknown, "1")));
        }
        for (var unknown : List.of("0", "15", "x", "n1")) {
            damages.add(new Damage(
                    "unknown indicator " + unknown, true, tree -> indicators(tree, unknown, NODES.numberNode(1))));
        }
        for (int number = 1; number <= 14; number++) {
            var name = Integer.toString(number);
            damages.add(new Damage("without indicator " + name, true, tree -> {
                if (tree.get("indicators") instanceof ObjectNode indicators) {
                    indicators.remove(name);
                }
            }));
        }
        return damages;
    }

    private static List<Damage> counts() {
        var damages = new ArrayList<Damage>();
        for (var number : List.of(
                "0",
                "1",
                "999999999",
                "1000000000",
                "-1",
                "1.5",
                "0.000001",
                "812.0",
                "999999999.0",
                "999999999.5",
                "8.12E2",
                "1E9",
                "1E-1",
                "123456789012345678901234567890",
                "-0.0")) {
            damages.add(indicator("3", "number " + number, true, NODES.numberNode(new BigDecimal(number))));
        }
        for (var text : List.of("", "abc", "4l0", "１２", "1 2", "1,000")) {
            damages.add(indicator("4", "text " + text, true, NODES.stringNode(text)));
        }
        damages.add(indicator("5", "a numeral as text", false, NODES.stringNode("12")));
        damages.add(indicator("5", "null", true, NODES.nullNode()));
        damages.add(indicator("5", "true", true, NODES.booleanNode(true)));
        damages.add(indicator("5", "an object", true, NODES.objectNode().put("x", 1)));
        return damages;
    }

    private static List<Damage> money() {
        var damages = new ArrayList<Damage>();
        for (var text : List.of(
                "0",
                "0.5",
                "00.5",
                "01",
                "1.123456",
                "1.1234567",
                "999999999",
                "999999999.999999",
                "1000000000",
                "-1",
                "+1",
                "1.",
                ".5",
                "1,0",
                "１",
                " 1",
                "1 ",
                "1\n",
                "",
                "1e3",
                "1.50.2")) {
            damages.add(indicator("14", "text '" + text + "'", true, NODES.stringNode(text)));
        }
        damages.add(indicator("14", "a number", false, NODES.numberNode(new BigDecimal("1873.5"))));
        damages.add(indicator("14", "null", true, NODES.nullNode()));
        return damages;
    }

    private static List<Damage> heading() {
        var damages = new ArrayList<Damage>();
        for (var text : List.of("MOHRSS-2024", "mohrss-2023", "", " MOHRSS-2023")) {
            damages.add(text("form", text));
        }
        for (var text : List.of(
                "2023-12",
                "0000-01",
                "2023-00",
                "2023-13",
                "2023-6",
                "23-06",
                "2023-06-01",
                "2023-06\n",
                "２０２３-06",
                "")) {
            damages.add(text("period", text));
        }
        for (var text : List.of("000000", "539900", "53990", "5399000", "53990０", "昆明", " 530100", "530100\n")) {
            damages.add(text("sender", text));
        }
        for (var number : List.of("0", "1", "2.0", "1.5", "999999", "1000000", "-1")) {
            damages.add(new Damage("revision " + number, true, tree -> tree.put("revision", new BigDecimal(number))));
        }
        damages.add(new Damage("revision as text", false, tree -> tree.put("revision", "1")));
        damages.add(text("revision", "first"));
        return damages;
    }

    private static List<Damage> explanations() {
        var damages = new ArrayList<Damage>();
        for (var text : List.of(
                "",
                " ",
                "a",
                "\n",
                "\r\n",
                "a".repeat(2000),
                "a".repeat(2001),
                ASTRAL.repeat(1001),
                ASTRAL.repeat(2000),
                ASTRAL.repeat(2001),
                "\uFFFD",
                "<&>\"'")) {
            damages.add(explaining("text of " + text.length(), "B-13", text, true));
        }
        damages.add(explaining("a control character", "B-13", "a\u0001b", false));
        for (var rule : List.of(
                "B-13-3",
                "S-JSON",
                "b-13",
                "B13",
                "",
                "B-",
                "B-1-",
                "B-" + "1".repeat(38),
                "B-" + "1".repeat(39),
                "B-13\n")) {
            damages.add(explaining("rule " + rule, rule, "text", true));
        }
        damages.add(new Damage("100 explanations", true, tree -> many(tree, 100)));
        damages.add(new Damage("101 explanations", true, tree -> many(tree, 101)));
        damages.add(new Damage("no explanations", true, tree -> tree.putArray("explanations")));
        damages.add(new Damage(
                "no rule",
                true,
                tree -> tree.putArray("explanations").addObject().put("text", "a")));
        damages.add(new Damage(
                "an unknown member",
                true,
                tree -> tree.putArray("explanations")
                        .addObject()
                        .put("rule", "B-1")
                        .put("text", "a")
                        .put("by", "x")));
        return damages;
    }

    private static Damage indicator(String number, String what, boolean inXmlToo, JsonNode value) {
        return new Damage("indicator " + number + ": " + what, inXmlToo, tree -> indicators(tree, number, value));
    }

    private static Damage text(String member, String text) {
        return new Damage(member + " '" + text + "'", true, tree -> tree.put(member, text));
    }

    private static Damage explaining(String name, String rule, String text, boolean inXmlToo) {
        return new Damage(
                "explanation, " + name,
                inXmlToo,
                tree -> tree.putArray("explanations")
                        .addObject()
                        .put("rule", rule)
                        .put("text", text));
    }

    private static void many(ObjectNode tree, int count) {
        var list = tree.putArray("explanations");
        for (int i = 0; i < count; i++) {
            list.addObject().put("rule", "B-" + i).put("text", "a");
        }
    }

    private static void indicators(ObjectNode tree, String number, JsonNode value) {
        if (tree.get("indicators") instanceof ObjectNode indicators) {
            indicators.set(number, value);
        }
    }
}
