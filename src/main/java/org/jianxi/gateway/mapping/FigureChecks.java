package org.jianxi.gateway.mapping;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.mapping.expression.ExactDecimal;
import org.jianxi.gateway.mapping.notation.AddressReader;
import org.jianxi.gateway.mapping.notation.RowNames;
import org.jianxi.gateway.mapping.notation.Words;
import org.jianxi.gateway.mapping.source.RowText;
import org.jianxi.gateway.mapping.source.SourceDocument;

/** The integrator's own checks of a monthly return, over what its document says and over its figures by number. */
record FigureChecks(List<SourceCheck> checks, ReturnForm form, RowNames names) {

    static FigureChecks read(Words root, ReturnForm form, AddressReader addresses) {
        return new FigureChecks(
                SourceCheck.readAll(
                        root,
                        at -> form.indicators().stream().anyMatch(known -> at.equals(numberOf(known))),
                        form.id()),
                form,
                new RowNames(addresses, root));
    }

    /**
     * Those that do not hold. One that cannot be decided is told of only where every figure is there: a missing figure has been.
     *
     * @param places of the figures by number
     */
    List<Finding> findings(SourceDocument document, Figures figures, Map<Integer, Place> places) {
        var text = new RowText(names, document);
        var shown = shown(figures);
        return checks.stream()
                .filter(check -> shown.size() == form.indicators().size()
                        || check.condition().holds(text, shown).isPresent())
                .flatMap(check -> new SourceChecked(check, "monthly-return", () -> place(check, places))
                        .judge(text, shown).stream())
                .toList();
    }

    private static Place place(SourceCheck check, Map<Integer, Place> places) {
        return check.field()
                .map(Integer::valueOf)
                .map(number -> places.getOrDefault(number, Place.WHOLE).forIndicator(number))
                .orElse(Place.WHOLE);
    }

    /** Each in the unit that the form prints: heads are whole numbers, 万元 exact decimals. */
    private Map<String, Object> shown(Figures figures) {
        var shown = new HashMap<String, Object>();
        for (var indicator : form.indicators()) {
            figures.find(indicator.number())
                    .ifPresent(amount -> shown.put(
                            numberOf(indicator),
                            indicator.unit().isMoney()
                                    ? ExactDecimal.of(BigDecimal.valueOf(
                                            amount, indicator.unit().exactDecimals()))
                                    : amount));
        }
        return shown;
    }

    private static String numberOf(Indicator indicator) {
        return Integer.toString(indicator.number());
    }
}
