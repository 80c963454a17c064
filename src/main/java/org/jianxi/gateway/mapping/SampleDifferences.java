package org.jianxi.gateway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a sample's outcome has too much, too little or otherwise than expected, in one line each. */
final class SampleDifferences {

    private SampleDifferences() {}

    static List<String> ofReturn(JsonNode expected, Optional<JsonNode> actual, List<Finding> findings) {
        var differences = new ArrayList<String>();
        findings.stream().filter(Finding::isError).map(SampleDifferences::line).forEach(differences::add);
        if (actual.isEmpty()) {
            if (differences.isEmpty()) {
                differences.add("period or sender is not known");
            }
            return differences;
        }
        compare("", expected, actual.get(), differences);
        return differences;
    }

    static List<String> ofRecords(JsonNode expected, List<JsonNode> actual, List<Finding> findings) {
        var differences = new ArrayList<String>();
        findings.stream().filter(Finding::isError).map(SampleDifferences::line).forEach(differences::add);
        if (expected.size() != actual.size()) {
            differences.add("expected %d records, read %d".formatted(expected.size(), actual.size()));
        }
        for (var at = 0; at < Math.min(expected.size(), actual.size()); at++) {
            compare("/records/" + at, expected.get(at), actual.get(at), differences);
        }
        return differences;
    }

    static List<String> ofFindings(JsonNode expected, List<Finding> findings) {
        var wanted = new ArrayList<JsonNode>();
        expected.forEach(wanted::add);
        var differences = new ArrayList<String>();
        for (var finding : findings) {
            var fitting = wanted.stream().filter(one -> fits(one, finding)).findFirst();
            fitting.ifPresent(wanted::remove);
            if (fitting.isEmpty() && finding.isError()) {
                differences.add("not expected: " + line(finding) + " "
                        + finding.message().en());
            }
        }
        wanted.forEach(one -> differences.add("expected and not found: " + line(one)));
        return differences;
    }

    /** An expectation need not name field and record: its place in the document says which is meant. */
    private static boolean fits(JsonNode expected, Finding finding) {
        var at = expected.path("at");
        return line(expected).equals(line(finding))
                && (!at.has("field")
                        || at.path("field").asString("").equals(finding.at().field()))
                && (!at.has("record")
                        || at.path("record")
                                .asString("")
                                .equals(String.valueOf(finding.at().record())));
    }

    private static void compare(String pointer, JsonNode expected, JsonNode actual, List<String> differences) {
        if (expected.isObject() && actual.isObject()) {
            var names = new TreeSet<>(expected.propertyNames());
            names.addAll(actual.propertyNames());
            names.forEach(name -> compare(pointer + "/" + name, expected.path(name), actual.path(name), differences));
        } else if (!expected.toString().equals(actual.toString())) {
            differences.add("%s: expected %s, is %s".formatted(pointer, shown(expected), shown(actual)));
        }
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }

    private static String line(Finding finding) {
        return finding.rule() + describe(finding.at());
    }

    private static String describe(Place at) {
        return describe(Stream.of(
                part("indicator", at.indicator()),
                part("sheet", at.sheet()),
                part("cell", at.cell()),
                part("pointer", at.pointer()),
                part("xpath", at.xpath()),
                part("line", at.line()),
                part("column", at.column())));
    }

    private static String line(JsonNode expected) {
        var at = expected.path("at");
        return expected.path("rule").asString("")
                + describe(Stream.of("indicator", "sheet", "cell", "pointer", "xpath", "line", "column")
                        .map(name -> part(name, at.has(name) ? at.path(name).asString() : null)));
    }

    private static String describe(Stream<String> parts) {
        return parts.filter(part -> !part.isEmpty()).reduce("", (before, part) -> before + " " + part);
    }

    private static String part(String name, @Nullable Object value) {
        return value == null ? "" : name + "=" + value;
    }
}
