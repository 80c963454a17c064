package org.jianxi.gateway.filing;

import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.Unit;

/** The names a form's data go by in SDMX 3.0. They are on the wire: an edition's names never change. */
record SdmxNames(ReturnForm form) {

    static final String AGENCY = "JIANXI";
    static final String FREQ = "FREQ";
    static final String REF_AREA = "REF_AREA";
    static final String INDICATOR = "INDICATOR";
    static final String TIME_PERIOD = "TIME_PERIOD";
    static final String OBS_VALUE = "OBS_VALUE";
    static final String UNIT_MEASURE = "UNIT_MEASURE";
    static final String OBS_STATUS = "OBS_STATUS";

    static final String MONTHLY = "M";
    /** Codes of the cross-domain list CL_OBS_STATUS. */
    static final String NORMAL = "A";

    static final String MISSING = "O";

    private static final String VERSION = "(1.0.0)";

    /** Names both the dataflow and the data structure. */
    String id() {
        return "MONTHLY_RETURN_" + form.id();
    }

    /** As SDMX-CSV names it in {@code STRUCTURE_ID}. */
    String dataflow() {
        return artefact(id());
    }

    String indicatorList() {
        return "CL_INDICATOR_" + form.id();
    }

    static String urn(String kind, String id) {
        return "urn:sdmx:org.sdmx.infomodel." + kind + "=" + artefact(id);
    }

    static String unitCode(Unit unit) {
        return switch (unit) {
            case GE -> "UNIT";
            case PEOPLE -> "PS";
            case TEN_THOUSAND_YUAN -> "CNY_10000";
        };
    }

    private static String artefact(String id) {
        return AGENCY + ":" + id + VERSION;
    }
}
