package org.jianxi.gateway.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.derivation.Derived;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.recordfiles.RecordProblem;
import org.jspecify.annotations.Nullable;

/**
 * What {@code derive} says.
 *
 * @param reported what the sender's own return says, where that was asked
 */
record DerivedAnswer(Sender sender, Period period, ReturnForm form, Derived derived, Optional<Figures> reported) {

    /** A figure that follows from the records and stands otherwise in the return. Both as the form prints them. */
    record Difference(Indicator indicator, String derived, String reported) {}

    List<Bilingual> notes() {
        var notes = new ArrayList<>(derived.notes());
        for (var figure : derived.figures()) {
            figure.gap()
                    .ifPresent(why -> notes.add(new Bilingual(
                            "指标%d不能由记录推出：%s".formatted(figure.indicator(), why.zh()),
                            "Indicator %d does not follow from the records: %s"
                                    .formatted(figure.indicator(), why.en()))));
        }
        return notes;
    }

    /** Compared as printed: what a sender filed in 万元 with two decimals was rounded there. */
    List<Difference> differences() {
        var differences = new ArrayList<Difference>();
        for (var indicator : form.indicators()) {
            var ours = derived.amount(indicator.number()).map(indicator.unit()::print);
            var theirs = reported.flatMap(figures -> figures.find(indicator.number()))
                    .map(indicator.unit()::print);
            if (ours.isPresent() && theirs.isPresent() && !ours.equals(theirs)) {
                differences.add(new Difference(indicator, ours.get(), theirs.get()));
            }
        }
        return differences;
    }

    Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        document.put("sender", sender.code());
        document.put("period", period.toString());
        document.put("form", form.id());
        var indicators = new LinkedHashMap<String, @Nullable Object>();
        form.indicators().forEach(indicator -> indicators.put(String.valueOf(indicator.number()), value(indicator)));
        document.put("indicators", indicators);
        document.put("notes", notes().stream().map(DerivedAnswer::json).toList());
        var traces = traces();
        if (!traces.isEmpty()) {
            document.put("records", traces);
        }
        reported.ifPresent(figures -> document.put(
                "differences",
                differences().stream()
                        .map(one -> Map.of(
                                "indicator", one.indicator().number(),
                                "derived", one.derived(),
                                "reported", one.reported()))
                        .toList()));
        return document;
    }

    private @Nullable Object value(Indicator indicator) {
        var amount = derived.amount(indicator.number()).orElse(null);
        return amount == null || !indicator.unit().isMoney()
                ? amount
                : indicator.unit().print(amount);
    }

    private Map<String, List<String>> traces() {
        var traces = new LinkedHashMap<String, List<String>>();
        derived.figures().stream()
                .filter(figure -> !figure.records().isEmpty())
                .forEach(figure -> traces.put(String.valueOf(figure.indicator()), figure.records()));
        return traces;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        for (var indicator : form.indicators()) {
            var amount = derived.amount(indicator.number());
            lines.add("%2d  %s  %s%s"
                    .formatted(
                            indicator.number(),
                            indicator.label().zh(),
                            amount.map(indicator.unit()::print).orElse("—"),
                            amount.isPresent() ? " " + indicator.unit().printed() : ""));
        }
        traces().forEach((indicator, records) -> lines.add(indicator + ": " + String.join(" ", records)));
        differences()
                .forEach(one -> lines.add("指标%d：由记录推算 derived %s，报表 reported %s"
                        .formatted(one.indicator().number(), one.derived(), one.reported())));
        return lines;
    }

    static Map<String, Object> refused(Sender sender, Period period, List<RecordProblem> problems) {
        var document = new LinkedHashMap<String, Object>();
        document.put("sender", sender.code());
        document.put("period", period.toString());
        document.put("errors", problems.stream().map(DerivedAnswer::json).toList());
        return document;
    }

    private static Map<String, Object> json(RecordProblem problem) {
        return Map.of(
                "file", problem.file(), "line", problem.line(), "column", problem.column(), "why", json(problem.why()));
    }

    private static Map<String, Object> json(Bilingual text) {
        return Map.of("zh", text.zh(), "en", text.en());
    }
}
