package org.jianxi.gateway.entitlement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.forms.CodeList;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.Field;
import tools.jackson.databind.JsonNode;

/** Reads one file of rules that keeps its schema; what the schema cannot say is a problem with its line. */
record SubsidyRulesFile(YamlFile file, Datasets datasets) {

    SubsidyRules read() {
        var root = file.tree();
        var from = Period.of(text(root, "validFrom"));
        var to = Optional.ofNullable(root.get("validTo"))
                .map(JsonNode::stringValue)
                .map(Period::of);
        if (to.filter(last -> last.compareTo(from) < 0).isPresent()) {
            throw file.problem("/validTo", "is before validFrom");
        }
        var monthly = root.get("monthly");
        var term = root.get("term");
        var part = root.get("partMonth");
        return new SubsidyRules(
                text(root, "rules"),
                text(root, "notice"),
                from,
                to,
                new SubsidyRules.Monthly(
                        monthly.get("fen").longValue(), text(monthly, "clause"), text(monthly, "paidMonthly")),
                Optional.ofNullable(root.get("difference")).map(this::difference),
                Optional.ofNullable(root.get("remainder")).map(this::remainder),
                new SubsidyRules.Term(term.get("mostMonths").intValue(), text(term, "clause")),
                new SubsidyRules.PartMonth(part.get("leastDays").intValue(), text(part, "clause")));
    }

    private SubsidyRules.Difference difference(JsonNode node) {
        return new SubsidyRules.Difference(
                node.get("fen").longValue(),
                node.get("leastPercent").intValue(),
                ends("/difference/among", node.get("among")),
                SubsidyRules.Span.valueOf(text(node, "span")),
                ends("/difference/paidFor", node.get("paidFor")),
                text(node, "clause"),
                text(node, "paidOnce"));
    }

    private SubsidyRules.Remainder remainder(JsonNode node) {
        var from = day("/remainder/from", text(node, "from"));
        var to = day("/remainder/to", text(node, "to"));
        if (to.isBefore(from)) {
            throw file.problem("/remainder/to", "is before from");
        }
        return new SubsidyRules.Remainder(from, to, SubsidyRules.Begun.valueOf(text(node, "of")), text(node, "clause"));
    }

    private Set<String> ends(String at, JsonNode list) {
        var known = datasets.find("placements").flatMap(SubsidyRulesFile::ends).orElseThrow();
        var ends = new TreeSet<String>();
        for (var one : list) {
            if (!known.allows(one.stringValue())) {
                throw file.problem(at + "/" + ends.size(), one.stringValue() + " is no code of endKind");
            }
            ends.add(one.stringValue());
        }
        return ends;
    }

    private static Optional<CodeList> ends(Dataset placements) {
        return placements.find("endKind").flatMap(Field::codes);
    }

    private LocalDate day(String at, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw file.problem(at, "is no day of the calendar");
        }
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).stringValue();
    }
}
