package org.jianxi.gateway.console.office;

import java.util.List;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.flow.ProvincialView;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.rollup.Lineage;

/** One figure of the province and every figure it is the sum of, down to the cell of the sender's own document. */
public record CellPage(Period period, Indicator indicator, String total, List<Part> parts, List<ReportingUnit> gaps) {

    /** @param place in the sender's document, as it names places */
    public record Part(
            String name, String code, String amount, int revision, String submission, String digest, String place) {}

    public CellPage {
        parts = List.copyOf(parts);
        gaps = List.copyOf(gaps);
    }

    static CellPage of(ProvincialView view, Indicator indicator, ReportingUnits units) {
        var lineage = view.figures().lineageOf(indicator.number());
        return new CellPage(
                view.figures().period(),
                indicator,
                indicator.unit().print(lineage.total()),
                lineage.parts().stream()
                        .map(part -> part(part, lineage, indicator, units))
                        .toList(),
                view.figures().gaps());
    }

    private static Part part(Lineage.Part part, Lineage lineage, Indicator indicator, ReportingUnits units) {
        return new Part(
                units.nameOf(part.sender()),
                part.sender().code(),
                indicator.unit().printExact(part.amount()),
                part.revision(),
                part.origin().submissionId(),
                part.origin().digest().hex(),
                lineage.placeOf(part).words(String::valueOf));
    }
}
