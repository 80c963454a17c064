package org.jianxi.gateway.entitlement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * The money as JSON trees, one shape for the command line and the interface. Amounts are texts in yuan with two decimals.
 *
 * @param paid whether payments are known; without them claims, payments and differences are null and not nothing
 */
public record EntitlementJson(boolean paid) {

    /** Its name is put in by whoever knows it. */
    public Map<String, Object> unit(UnitEntitlement unit) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("unit", unit.unit());
        tree.put("name", "");
        tree.put(
                "retention",
                Map.of(
                        "ended",
                        unit.retained().ended(),
                        "retained",
                        unit.retained().retained()));
        var months = new LinkedHashMap<String, Object>();
        unit.months().forEach((month, line) -> months.put(month.toString(), line(line)));
        tree.put("months", months);
        tree.put("total", line(unit.total()));
        return tree;
    }

    public Map<String, @Nullable Object> line(MonthLine line) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("entitled", line.ruled() ? amounts(line.entitled()) : null);
        tree.put("claimed", paid ? amounts(line.claimed()) : null);
        tree.put("paid", paid ? amounts(line.paid()) : null);
        tree.put("difference", paid ? line.difference().map(Yuan::of).orElse(null) : null);
        return tree;
    }

    private static Map<String, String> amounts(Amounts amounts) {
        var tree = new LinkedHashMap<String, String>();
        tree.put("monthly", Yuan.of(amounts.monthly()));
        tree.put("remainder", Yuan.of(amounts.remainder()));
        tree.put("difference", Yuan.of(amounts.difference()));
        tree.put("total", Yuan.of(amounts.total()));
        tree.put("outside", Yuan.of(amounts.outside()));
        return tree;
    }

    public Map<String, Object> ceiling(Ceiling ceiling) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("entitled", Yuan.of(ceiling.entitled()));
        tree.put("open", Yuan.of(ceiling.open()));
        tree.put("ahead", Yuan.of(ceiling.ahead()));
        tree.put("outside", Yuan.of(ceiling.outside()));
        tree.put("total", Yuan.of(ceiling.total()));
        tree.put("monthsWithoutRule", ceiling.monthsWithoutRule());
        return tree;
    }

    public Map<String, Object> question(Question question) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("rule", question.rule().id());
        tree.put("severity", question.rule().severity().wireName());
        question.unit().ifPresent(unit -> tree.put("unit", unit));
        tree.put("records", question.records());
        tree.put("message", both(question.message()));
        tree.put("clause", question.clause());
        tree.put("help", "/api/v1/rules/" + question.rule().id());
        return tree;
    }

    public Map<String, Object> explained(Explained explained) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("unit", explained.unit());
        tree.put("month", explained.month().toString());
        tree.put("entitled", Yuan.of(explained.entitled()));
        tree.put("paid", Yuan.of(explained.paid()));
        tree.put("records", explained.records());
        return tree;
    }

    /** How many questions there are of each rule. */
    public static Map<String, Long> asked(Map<EntitlementRule, Long> asked) {
        var tree = new TreeMap<String, Long>();
        asked.forEach((rule, count) -> tree.put(rule.id(), count));
        return tree;
    }

    public static Map<String, Object> both(Bilingual text) {
        return Map.of("zh", text.zh(), "en", text.en());
    }
}
