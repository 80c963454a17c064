package org.jianxi.gateway.filing;

import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.forms.ReturnForm;

/** Writes a correction as each of its documents. The same correction gives the same bytes on every machine. */
public final class SupplementaryDocuments {

    private final ReturnForm form;
    private final ReportingUnits units;

    public SupplementaryDocuments(ReturnForm form, ReportingUnits units) {
        this.form = form;
        this.units = units;
    }

    /** What is signed and sent: the full form and the difference, in the stable envelope. */
    public byte[] document(SupplementaryReturn correction) {
        return new SupplementaryXml(form, units).write(correction);
    }

    /** The difference alone, as canonical JSON. */
    public byte[] difference(SupplementaryReturn correction) {
        return new DifferenceJson(form, units).write(correction);
    }

    /** A workbook for people: the official form (汇总表) and beside it 更正说明表. */
    public byte[] workbook(SupplementaryReturn correction) {
        return StableWorkbook.of(correction.difference().period(), workbook -> {
            new OfficialSheet(form).addTo(workbook, correction.full());
            new DifferenceSheet(form, units).addTo(workbook, correction);
        });
    }
}
