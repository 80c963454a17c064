package org.jianxi.gateway.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Repair;
import org.jianxi.gateway.canonical.Repair.Bound;
import org.jianxi.gateway.canonical.Repair.Kind;
import org.jianxi.gateway.canonical.Severity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A finding on the wire: counts as numbers, money as decimal strings; members that do not apply are left out.
 *
 * <p>Money is told by its decimal point: a form prints 万元 with decimals and heads without.
 */
public final class FindingJson {

    /** Where the gateway explains a rule by its id; on an intranet without a way out too. */
    public static final String HELP = "/api/v1/rules/";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FindingJson() {}

    public static ArrayNode list(List<Finding> findings) {
        var list = NODES.arrayNode();
        findings.forEach(finding -> list.add(tree(finding)));
        return list;
    }

    public static ObjectNode tree(Finding finding) {
        var tree = NODES.objectNode();
        tree.put("rule", finding.rule());
        tree.put("severity", finding.severity().wireName());
        tree.set("at", place(finding.at()));
        tree.putObject("message")
                .put("zh", finding.message().zh())
                .put("en", finding.message().en());
        tree.put("clause", finding.clause());
        tree.set("values", values(finding.values()));
        if (!finding.previous().isEmpty()) {
            tree.set("previous", values(finding.previous()));
        }
        if (finding.shortBy() != null) {
            tree.set("shortBy", value(finding.shortBy()));
        }
        var repairs = tree.putArray("repairs");
        finding.repairs().forEach(repair -> repairs.addObject().set("change", change(repair)));
        if (finding.explanation() != null) {
            tree.put("explanation", finding.explanation());
        }
        if (finding.lock() != null) {
            LockJson.put(tree, finding.lock());
        }
        return tree.put("help", HELP + finding.rule());
    }

    /** What {@link #list} wrote, read back from a store of ours. */
    public static List<Finding> read(JsonNode list) {
        var findings = new ArrayList<Finding>();
        for (var tree : list) {
            findings.add(new Finding(
                    tree.path("rule").asString(),
                    named(tree.path("severity").asString()),
                    place(tree.path("at")),
                    new Bilingual(
                            tree.path("message").path("zh").asString(),
                            tree.path("message").path("en").asString()),
                    tree.path("clause").asString(),
                    values(tree.path("values")),
                    values(tree.path("previous")),
                    text(tree, "shortBy"),
                    repairs(tree.path("repairs")),
                    text(tree, "explanation"),
                    LockJson.read(tree)));
        }
        return findings;
    }

    private static ObjectNode place(Place at) {
        var place = NODES.objectNode();
        put(place, "indicator", at.indicator());
        put(place, "sheet", at.sheet());
        put(place, "cell", at.cell());
        put(place, "pointer", at.pointer());
        put(place, "xpath", at.xpath());
        put(place, "line", at.line());
        put(place, "column", at.column());
        put(place, "field", at.field());
        put(place, "record", at.record());
        return place;
    }

    private static Place place(JsonNode at) {
        return new Place(
                number(at, "indicator"),
                text(at, "sheet"),
                text(at, "cell"),
                text(at, "pointer"),
                text(at, "xpath"),
                number(at, "line"),
                text(at, "column"),
                text(at, "field"),
                at.has("record") ? at.path("record").longValue() : null);
    }

    private static ObjectNode values(SortedMap<Integer, String> printed) {
        var values = NODES.objectNode();
        printed.forEach((indicator, text) -> values.set(indicator.toString(), value(text)));
        return values;
    }

    private static SortedMap<Integer, String> values(JsonNode tree) {
        var values = new TreeMap<Integer, String>();
        for (Map.Entry<String, JsonNode> member : tree.properties()) {
            values.put(Integer.valueOf(member.getKey()), member.getValue().asString());
        }
        return values;
    }

    private static ObjectNode change(Repair repair) {
        var change = NODES.objectNode();
        repair.change()
                .forEach((indicator, bound) ->
                        change.putObject(indicator.toString()).set(bound.kind().wireName(), value(bound.value())));
        return change;
    }

    private static List<Repair> repairs(JsonNode list) {
        var repairs = new ArrayList<Repair>();
        for (var item : list) {
            var change = new TreeMap<Integer, Bound>();
            for (var member : item.path("change").properties()) {
                Stream.of(Kind.values())
                        .filter(kind -> member.getValue().has(kind.wireName()))
                        .forEach(kind -> change.put(
                                Integer.valueOf(member.getKey()),
                                new Bound(
                                        kind,
                                        member.getValue().path(kind.wireName()).asString())));
            }
            repairs.add(new Repair(change));
        }
        return repairs;
    }

    private static JsonNode value(String printed) {
        return printed.contains(".") ? NODES.stringNode(printed) : NODES.numberNode(Long.parseLong(printed));
    }

    private static Severity named(String wireName) {
        return Stream.of(Severity.values())
                .filter(severity -> severity.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a severity: " + wireName));
    }

    private static void put(ObjectNode tree, String name, @Nullable Object value) {
        if (value instanceof Integer number) {
            tree.put(name, number);
        } else if (value instanceof Long number) {
            tree.put(name, number);
        } else if (value != null) {
            tree.put(name, value.toString());
        }
    }

    private static @Nullable String text(JsonNode tree, String name) {
        return tree.has(name) ? tree.path(name).asString() : null;
    }

    private static @Nullable Integer number(JsonNode tree, String name) {
        return tree.has(name) ? tree.path(name).intValue() : null;
    }
}
