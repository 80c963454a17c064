package org.jianxi.gateway.filing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.documents.JsonText;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.rollup.Contribution;

/** The return as JSON: whole numbers as integers, 万元 as text. What {@code rollup --json} prints and the ministry is sent. */
record ReturnJson(ReturnForm form, ReportingUnits units) {

    byte[] write(ProvincialReturn filed) {
        return JsonText.of(tree(filed));
    }

    Map<String, Object> tree(ProvincialReturn filed) {
        var figures = filed.figures();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("form", figures.form());
        tree.put("period", figures.period().toString());
        tree.put("sender", ProvincialReturn.PROVINCE.sender().code());
        tree.put("revision", filed.revision());
        figures.ledgerPosition().ifPresent(position -> tree.put("ledgerPosition", position));
        putFigures(tree, figures.totals());
        tree.put("senders", figures.contributions().stream().map(this::sender).toList());
        tree.put("gaps", codes(figures.gaps()));
        tree.put(
                "explanations",
                figures.contributions().stream()
                        .flatMap(ReturnJson::explanations)
                        .toList());
        tree.put("roundedAmounts", codes(figures.roundedAmounts()));
        return tree;
    }

    private Map<String, Object> sender(Contribution contribution) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("sender", contribution.sender().code());
        tree.put("name", units.nameOf(contribution.sender()));
        tree.put("form", contribution.content().form());
        tree.put("revision", contribution.content().revision());
        tree.put("submission", contribution.origin().submissionId());
        tree.put("digest", contribution.origin().digest().hex());
        contribution.origin().ledgerPosition().ifPresent(position -> tree.put("ledgerPosition", position));
        putFigures(tree, contribution.content().figures());
        return tree;
    }

    /** {@code exact} names the figures that printing rounds, so that the printed column need not seem to add up wrongly. */
    private void putFigures(Map<String, Object> tree, Figures figures) {
        var printed = new LinkedHashMap<String, Object>();
        var exact = new LinkedHashMap<String, Object>();
        for (var indicator : form.indicators()) {
            var amount = figures.of(indicator.number());
            printed.put(Integer.toString(indicator.number()), value(indicator, amount));
            if (!indicator.unit().printsExactly(amount)) {
                exact.put(Integer.toString(indicator.number()), indicator.unit().printExact(amount));
            }
        }
        tree.put("indicators", printed);
        if (!exact.isEmpty()) {
            tree.put("exact", exact);
        }
    }

    private static Object value(Indicator indicator, long amount) {
        var printed = indicator.unit().print(amount);
        return indicator.unit().isMoney() ? printed : new BigDecimal(printed).longValueExact();
    }

    private static Stream<Map<String, Object>> explanations(Contribution contribution) {
        return contribution.content().explanations().stream().map(explanation -> {
            var tree = new LinkedHashMap<String, Object>();
            tree.put("sender", contribution.sender().code());
            tree.put("rule", explanation.rule());
            tree.put("text", explanation.text());
            return tree;
        });
    }

    private static List<String> codes(List<ReportingUnit> units) {
        return units.stream().map(unit -> unit.sender().code()).toList();
    }
}
