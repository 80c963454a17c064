package org.jianxi.gateway.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.flow.derived.DerivedMonth;
import org.jianxi.gateway.flow.derived.UnitFigures;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.ReturnForm;

/**
 * A month's figures from records.
 *
 * @param size of the ledger, as of which
 */
record DerivedView(String period, String form, long size, List<OfSender> senders) {

    /**
     * @param indicators as the canonical return writes them: whole numbers, money as text in 万元
     * @param gaps by indicator, why it does not follow from records
     * @param compared how many figures both sides have; empty without an accepted return
     * @param differing indicators that were reported otherwise
     */
    record OfSender(
            String sender,
            String name,
            Map<String, Object> indicators,
            Map<String, Bilingual> gaps,
            Optional<Integer> compared,
            List<Integer> differing) {}

    static DerivedView of(DerivedMonth month) {
        return new DerivedView(
                month.period().toString(),
                month.form().id(),
                month.size(),
                month.units().stream().map(unit -> of(month.form(), unit)).toList());
    }

    private static OfSender of(ReturnForm form, UnitFigures unit) {
        var gaps = new TreeMap<Integer, Bilingual>(unit.gaps());
        var named = new LinkedHashMap<String, Bilingual>();
        gaps.forEach((indicator, why) -> named.put(indicator.toString(), why));
        return new OfSender(
                unit.unit().sender().code(),
                unit.unit().name(),
                written(form, unit.derived()),
                named,
                unit.compared().map(one -> one.same() + one.cells().size()),
                unit.compared().stream()
                        .flatMap(one -> one.cells().stream())
                        .map(cell -> cell.indicator())
                        .toList());
    }

    private static Map<String, Object> written(ReturnForm form, Map<Integer, Long> amounts) {
        var written = new LinkedHashMap<String, Object>();
        for (var indicator : form.indicators()) {
            Optional.ofNullable(amounts.get(indicator.number()))
                    .ifPresent(amount -> written.put(Integer.toString(indicator.number()), written(indicator, amount)));
        }
        return written;
    }

    /** As the canonical return writes it. */
    static Object written(Indicator indicator, long amount) {
        return indicator.unit().isMoney() ? indicator.unit().printExact(amount) : (Object) amount;
    }
}
