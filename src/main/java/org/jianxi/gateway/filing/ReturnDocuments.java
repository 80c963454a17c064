package org.jianxi.gateway.filing;

import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.forms.ReturnForm;

/** Writes a provincial return as any of its documents. The same return gives the same bytes on every machine. */
public final class ReturnDocuments {

    private final ReturnForm form;
    private final ReportingUnits units;

    public ReturnDocuments(ReturnForm form, ReportingUnits units) {
        this.form = form;
        this.units = units;
    }

    public byte[] write(ReturnFormat format, ProvincialReturn filed) {
        return switch (format) {
            case JSON -> new ReturnJson(form, units).write(filed);
            case XML -> new ReturnXml(form, units).write(filed);
            case XLSX -> new OfficialSheet(form).write(filed);
            case CSV -> new ReturnCsv(form, units).write(filed);
            case SDMX_CSV -> new SdmxCsv(form, units).write(filed);
        };
    }
}
