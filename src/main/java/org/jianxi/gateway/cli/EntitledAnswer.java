package org.jianxi.gateway.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.entitlement.EntitledRecords;
import org.jianxi.gateway.entitlement.EntitlementJson;
import org.jianxi.gateway.entitlement.MonthLine;
import org.jianxi.gateway.entitlement.Question;
import org.jianxi.gateway.entitlement.SubsidyRules;
import org.jianxi.gateway.entitlement.UnitEntitlement;
import org.jianxi.gateway.entitlement.Yuan;

/**
 * What {@code entitle} says. All amounts in yuan.
 *
 * @param rules those in force in the last month
 * @param reported indicator 14 of the sender's own return, in fen, where that was asked
 */
record EntitledAnswer(
        Sender sender, Period period, Optional<SubsidyRules> rules, EntitledRecords entitled, Optional<Long> reported) {

    static final int PAID_THIS_YEAR = 14;

    List<Bilingual> notes() {
        return entitled.notes();
    }

    List<Question> questions() {
        var questions = new ArrayList<>(entitled.entitlements().questions());
        reported.flatMap(entitled.entitlements().ceiling()::ask).ifPresent(questions::add);
        return questions;
    }

    /** What is only told is no question. */
    boolean isWithoutQuestion() {
        return questions().stream().noneMatch(one -> one.rule().severity() == Severity.WARNING);
    }

    Map<String, Object> document() {
        var json = new EntitlementJson(entitled.paid());
        var document = new LinkedHashMap<String, Object>();
        document.put("sender", sender.code());
        document.put("period", period.toString());
        rules.ifPresent(in -> document.put("rules", in.id()));
        document.put(
                "units",
                entitled.entitlements().units().stream()
                        .map(unit -> named(unit, json.unit(unit)))
                        .toList());
        document.put("total", json.line(entitled.entitlements().total()));
        document.put("ceiling", json.ceiling(entitled.entitlements().ceiling()));
        document.put("questions", questions().stream().map(json::question).toList());
        document.put("asked", asked());
        if (!entitled.entitlements().explanations().isEmpty()) {
            document.put(
                    "records",
                    entitled.entitlements().explanations().stream()
                            .map(json::explained)
                            .toList());
        }
        document.put("notes", notes().stream().map(EntitlementJson::both).toList());
        return document;
    }

    private Map<String, Object> named(UnitEntitlement unit, Map<String, Object> tree) {
        tree.put("name", entitled.names().getOrDefault(unit.unit(), ""));
        return tree;
    }

    /** By rule, also beyond those that are listed. */
    private Map<String, Long> asked() {
        var asked = EntitlementJson.asked(entitled.entitlements().asked());
        reported.flatMap(entitled.entitlements().ceiling()::ask)
                .ifPresent(one -> asked.put(one.rule().id(), 1L));
        return asked;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("单位 unit  月份 month  应拨 due  申领 claimed  已拨 paid  差额 difference");
        for (var unit : entitled.entitlements().units()) {
            unit.months().forEach((month, line) -> lines.add(unit.unit() + "  " + month + "  " + amounts(line)));
        }
        lines.add("合计 total  " + amounts(entitled.entitlements().total()));
        lines.add("上限 ceiling  " + Yuan.of(entitled.entitlements().ceiling().total()));
        entitled.entitlements()
                .explanations()
                .forEach(one -> lines.add("%s  %s  %s ≠ %s  %s"
                        .formatted(
                                one.unit(),
                                one.month(),
                                Yuan.of(one.entitled()),
                                Yuan.of(one.paid()),
                                String.join(" ", one.records()))));
        for (var question : questions()) {
            lines.add(question.rule().id() + "  " + question.unit().orElse("") + "  "
                    + String.join(" ", question.records()));
            lines.add("  " + question.message().zh());
            lines.add("  " + question.message().en());
            lines.add("  " + question.clause());
        }
        return lines;
    }

    private String amounts(MonthLine line) {
        if (!entitled.paid()) {
            return Yuan.of(line.entitled().total()) + "  —  —  —";
        }
        return String.join(
                "  ",
                line.ruled() ? Yuan.of(line.entitled().total()) : "—",
                Yuan.of(line.claimed().total()),
                Yuan.of(line.paid().total()),
                line.difference().map(Yuan::of).orElse("—"));
    }
}
