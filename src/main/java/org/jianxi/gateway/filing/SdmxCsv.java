package org.jianxi.gateway.filing;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.rollup.Contribution;

/**
 * The return as SDMX-CSV 2.0 (of SDMX 3.0): one observation for each area and indicator, the province first.
 *
 * <p>A gap is an observation without value and with status {@code O}, missing. Codes and numbers only: nothing here could be a
 * formula. Its structure is {@link SdmxStructure}.
 */
record SdmxCsv(ReturnForm form, ReportingUnits units) {

    byte[] write(ProvincialReturn filed) {
        var rows = new CsvRows();
        rows.add(List.of(
                "STRUCTURE",
                "STRUCTURE_ID",
                "ACTION",
                SdmxNames.FREQ,
                SdmxNames.REF_AREA,
                SdmxNames.INDICATOR,
                SdmxNames.TIME_PERIOD,
                SdmxNames.OBS_VALUE,
                SdmxNames.UNIT_MEASURE,
                SdmxNames.OBS_STATUS));
        var province = ProvincialReturn.PROVINCE.sender();
        add(rows, filed, province, Optional.of(filed.figures().totals()));
        for (var sender : units.inOrder().stream().map(ReportingUnit::sender).toList()) {
            add(rows, filed, sender, figuresOf(filed, sender));
        }
        return rows.bytes();
    }

    private static Optional<Figures> figuresOf(ProvincialReturn filed, Sender sender) {
        return filed.figures().contributions().stream()
                .filter(one -> one.sender().equals(sender))
                .map(Contribution::content)
                .map(content -> content.figures())
                .findFirst();
    }

    private void add(CsvRows rows, ProvincialReturn filed, Sender area, Optional<Figures> figures) {
        for (var indicator : form.indicators()) {
            rows.add(List.of(
                    "dataflow",
                    new SdmxNames(form).dataflow(),
                    // I, information: whoever loads it decides between append and replace
                    "I",
                    SdmxNames.MONTHLY,
                    area.code(),
                    Integer.toString(indicator.number()),
                    filed.figures().period().toString(),
                    figures.map(present -> value(indicator, present)).orElse(""),
                    SdmxNames.unitCode(indicator.unit()),
                    figures.isPresent() ? SdmxNames.NORMAL : SdmxNames.MISSING));
        }
    }

    private static String value(Indicator indicator, Figures figures) {
        return indicator.unit().print(figures.of(indicator.number()));
    }
}
