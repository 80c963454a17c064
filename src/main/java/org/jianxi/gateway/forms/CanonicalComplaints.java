package org.jianxi.gateway.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.JsonSchema.Violation;

/** Says in the house's words what a schema found wrong: which rule, where in the sender's document, with what stands there. */
record CanonicalComplaints(ReturnForm form, List<String> knownForms, CanonicalTree document) {

    /** One finding for each rule and place, in the order found. */
    List<Finding> findings(List<Violation> violations) {
        var findings = new LinkedHashMap<String, Finding>();
        for (var violation : violations) {
            var finding = finding(violation);
            findings.putIfAbsent(finding.rule() + violation.exactPointer(), finding);
        }
        return List.copyOf(findings.values());
    }

    private Finding finding(Violation violation) {
        var pointer = violation.exactPointer();
        var name = document.nameOf(pointer);
        if (violation.keyword().equals("additionalProperties")) {
            return say(CanonicalRule.MEMBER, pointer, "规范中没有" + name, name + " is not part of the canonical form");
        }
        if (violation.pointer().startsWith("/indicators/")
                || violation.pointer().equals("/indicators")) {
            return indicator(violation, pointer, name);
        }
        if (violation.keyword().equals("required")) {
            return say(CanonicalRule.REQUIRED, pointer, "缺少必填项" + name, "The required part " + name + " is missing");
        }
        return field(violation, pointer);
    }

    private Finding indicator(Violation violation, String pointer, String name) {
        var indicator =
                name.matches("[1-9][0-9]{0,3}") ? form.find(Integer.parseInt(name)) : Optional.<Indicator>empty();
        if (indicator.isEmpty()) {
            return said(CanonicalRule.SHAPE, pointer, violation);
        }
        var title = new Bilingual(
                "指标%s（%s）".formatted(name, indicator.get().label().zh()),
                "indicator %s (%s)".formatted(name, indicator.get().label().en()));
        if (violation.keyword().equals("required")) {
            return indicator.get().missingAt(document.placeOf(pointer));
        }
        var rule = indicator.get().unit().isMoney() ? CanonicalRule.MONEY : CanonicalRule.COUNT;
        var shown = document.shown(pointer);
        return of(
                rule,
                indicator.get(),
                pointer,
                "%s的值“%s”不符合要求：%s".formatted(title.zh(), shown, rule.title().zh()),
                "The value \"%s\" of %s will not do: %s"
                        .formatted(shown, title.en(), rule.title().en()));
    }

    private Finding field(Violation violation, String pointer) {
        var top = pointer.split("/", 3).length > 1 ? pointer.split("/", 3)[1] : "";
        return switch (top) {
            case "form" ->
                field(
                        CanonicalRule.FORM,
                        pointer,
                        "；已知的有" + String.join("、", knownForms),
                        "; known are " + String.join(", ", knownForms));
            case "period" -> field(CanonicalRule.PERIOD, pointer, "", "");
            case "sender" -> field(CanonicalRule.SENDER, pointer, "", "");
            case "revision" -> field(CanonicalRule.REVISION, pointer, "", "");
            case "explanations" -> field(CanonicalRule.EXPLANATION, pointer, "", "");
            default -> said(CanonicalRule.SHAPE, pointer, violation);
        };
    }

    private Finding field(CanonicalRule rule, String pointer, String zh, String en) {
        var shown = document.shown(pointer);
        return say(
                rule,
                pointer,
                "“%s”不符合要求：%s%s".formatted(shown, rule.title().zh(), zh),
                "\"%s\" will not do: %s%s".formatted(shown, rule.title().en(), en));
    }

    private Finding said(CanonicalRule rule, String pointer, Violation violation) {
        return say(rule, pointer, violation.message().zh(), violation.message().en());
    }

    private Finding say(CanonicalRule rule, String pointer, String zh, String en) {
        return Finding.error(rule, document.placeOf(pointer), new Bilingual(zh, en));
    }

    private Finding of(CanonicalRule rule, Indicator indicator, String pointer, String zh, String en) {
        Place at = document.placeOf(pointer).forIndicator(indicator.number());
        return Finding.error(rule.id(), at, new Bilingual(zh, en), indicator.clause());
    }
}
