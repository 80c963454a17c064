package org.jianxi.gateway.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.commitment.RecordCommitment;
import org.jianxi.gateway.derivation.Derived;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.ReturnForm;
import org.jspecify.annotations.Nullable;

/**
 * What {@code derive} says.
 *
 * @param differences from the sender's own return, where that was asked
 * @param commitment to the records that were counted, where that was asked
 */
record DerivedAnswer(
        Sender sender,
        Period period,
        ReturnForm form,
        Derived derived,
        Optional<DerivedDifferences> differences,
        Optional<RecordCommitment> commitment) {

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
        differences.ifPresent(found -> document.put("differences", found.document()));
        commitment.ifPresent(made -> {
            var tree = new LinkedHashMap<String, Object>();
            tree.put("digest", made.digest().hex());
            tree.putAll(made.statement());
            document.put("commitment", tree);
        });
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
        differences.ifPresent(found -> lines.addAll(found.text()));
        commitment.ifPresent(made -> lines.add("承诺值 commitment %s（%d 条记录 records，树根 root %s，推算定义 definitions %s）"
                .formatted(made.digest(), made.records(), made.root(), made.definitions())));
        return lines;
    }

    private static Map<String, Object> json(Bilingual text) {
        return Map.of("zh", text.zh(), "en", text.en());
    }
}
