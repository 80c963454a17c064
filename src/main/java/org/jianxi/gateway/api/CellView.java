package org.jianxi.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.ProvincialView;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.rollup.Lineage;

/**
 * One figure of the provincial return and what it is the sum of.
 *
 * @param value a whole number, or 万元 as text
 */
record CellView(String period, int indicator, String label, Object value, List<Part> parts, List<String> gaps) {

    /** One sender's share, down to the cell of its own document. */
    record Part(
            String sender,
            String name,
            Object value,
            String submission,
            int revision,
            String digest,
            long ledgerPosition,
            @JsonInclude(JsonInclude.Include.NON_NULL) Place at) {}

    static CellView of(ProvincialView view, int number, ReportingUnits units) {
        var indicator = view.form().indicator(number);
        var lineage = view.figures().lineageOf(number);
        return new CellView(
                view.figures().period().toString(),
                number,
                indicator.label().zh(),
                printed(indicator, lineage.total()),
                lineage.parts().stream()
                        .map(part -> part(part, lineage, indicator, units))
                        .toList(),
                view.gaps().stream().map(Sender::code).toList());
    }

    private static Part part(Lineage.Part part, Lineage lineage, Indicator indicator, ReportingUnits units) {
        return new Part(
                part.sender().code(),
                units.nameOf(part.sender()),
                value(indicator, part.amount()),
                part.origin().submissionId(),
                part.revision(),
                part.origin().digest().hex(),
                part.origin().ledgerPosition().orElse(0L),
                lineage.placeOf(part));
    }

    private static Object printed(Indicator indicator, long amount) {
        return indicator.unit().isMoney() ? indicator.unit().print(amount) : (Object) amount;
    }

    private static Object value(Indicator indicator, long amount) {
        return indicator.unit().isMoney() ? indicator.unit().printExact(amount) : (Object) amount;
    }
}
