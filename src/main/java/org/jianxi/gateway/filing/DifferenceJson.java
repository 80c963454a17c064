package org.jianxi.gateway.filing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Explanation;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.rollup.CellChange;
import org.jianxi.gateway.rollup.Difference;
import org.jianxi.gateway.rollup.TotalChange;
import org.jianxi.gateway.signing.CanonicalBytes;

/**
 * The difference as canonical JSON, which the ledger keeps the SM3 of. Amounts are exact: whole numbers as integers, 万元 as text.
 *
 * <p>A cell without {@code old} was a gap; a gap is never written as a zero.
 */
record DifferenceJson(ReturnForm form, ReportingUnits units) {

    byte[] write(SupplementaryReturn correction) {
        return CanonicalBytes.of(tree(correction));
    }

    Map<String, Object> tree(SupplementaryReturn correction) {
        var difference = correction.difference();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("difference", 1);
        tree.put("form", difference.form());
        tree.put("period", difference.period().toString());
        tree.put("area", ProvincialReturn.PROVINCE.sender().code());
        tree.put("revision", correction.full().revision());
        tree.put("number", correction.number());
        difference.ledgerPosition().ifPresent(position -> tree.put("ledgerPosition", position));
        tree.put("corrects", corrects(correction.corrects()));
        tree.put("causes", correction.causes().stream().map(this::cause).toList());
        tree.put("cells", correction.causes().stream().flatMap(this::cells).toList());
        tree.put("totals", difference.totalChanges().stream().map(this::total).toList());
        tree.put("closedGaps", closedGaps(correction));
        tree.put(
                "explanations",
                correction.causes().stream()
                        .flatMap(DifferenceJson::explanations)
                        .toList());
        tree.put("roundedAmounts", rounding(difference.rounding()));
        return tree;
    }

    private static Map<String, Object> corrects(SupplementaryReturn.Corrects from) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("messageId", from.messageId());
        tree.put("revision", from.revision());
        tree.put("document", from.document().hex());
        tree.put("ledgerPosition", from.ledgerPosition());
        return tree;
    }

    private Map<String, Object> cause(Cause from) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("kind", from.kind().wireName());
        tree.put("sender", from.sender().code());
        tree.put("name", units.nameOf(from.sender()));
        from.replaced().ifPresent(evidence -> tree.put("replaced", evidence(evidence)));
        tree.put("by", evidence(from.by()));
        return tree;
    }

    private static Map<String, Object> evidence(Evidence from) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("submission", from.submission());
        tree.put("revision", from.revision());
        tree.put("receivedAt", from.arrived().receivedAt().toString());
        tree.put("late", from.arrived().late());
        tree.put("digest", from.digest().hex());
        tree.put("ledgerPosition", from.ledgerPosition());
        return tree;
    }

    private Stream<Map<String, Object>> cells(Cause cause) {
        return cause.cells().stream().map(cell -> cell(cause.sender(), cell));
    }

    private Map<String, Object> cell(Sender sender, CellChange from) {
        var indicator = form.indicator(from.indicator());
        var tree = new LinkedHashMap<String, Object>();
        tree.put("sender", sender.code());
        tree.put("indicator", from.indicator());
        from.before().ifPresent(amount -> tree.put("old", value(indicator, amount)));
        from.after().ifPresent(amount -> tree.put("new", value(indicator, amount)));
        return tree;
    }

    private Map<String, Object> total(TotalChange from) {
        var indicator = form.indicator(from.indicator());
        var tree = new LinkedHashMap<String, Object>();
        tree.put("indicator", from.indicator());
        tree.put("old", value(indicator, from.before()));
        tree.put("new", value(indicator, from.after()));
        tree.put("because", from.because().stream().map(Sender::code).toList());
        return tree;
    }

    private static Object value(Indicator indicator, long amount) {
        return indicator.unit().isMoney() ? indicator.unit().printExact(amount) : (Object) amount;
    }

    private static List<String> closedGaps(SupplementaryReturn correction) {
        return correction.causes().stream()
                .filter(cause -> cause.kind() == Cause.Kind.LATE_UNIT)
                .map(cause -> cause.sender().code())
                .toList();
    }

    private static Stream<Map<String, Object>> explanations(Cause cause) {
        var added = cause.change().explanationsAdded().stream().map(one -> explanation(cause, one, "added"));
        var dropped = cause.change().explanationsDropped().stream().map(one -> explanation(cause, one, "dropped"));
        return Stream.concat(added, dropped);
    }

    private static Map<String, Object> explanation(Cause cause, Explanation from, String change) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("change", change);
        tree.put("sender", cause.sender().code());
        tree.put("rule", from.rule());
        tree.put("text", from.text());
        return tree;
    }

    private static List<Map<String, String>> rounding(Difference.Rounding rounding) {
        return Stream.concat(
                        rounding.begun().stream().map(unit -> rounding(unit, "added")),
                        rounding.ended().stream().map(unit -> rounding(unit, "dropped")))
                .toList();
    }

    private static Map<String, String> rounding(ReportingUnit unit, String change) {
        return Map.of("change", change, "sender", unit.sender().code());
    }
}
