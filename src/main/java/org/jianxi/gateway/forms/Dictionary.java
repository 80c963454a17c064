package org.jianxi.gateway.forms;

import java.nio.file.Path;
import org.jianxi.gateway.canonical.ReportingUnits;

/** All that fields of records are read by: the datasets, the divisions, and who owes a return. */
public record Dictionary(Datasets datasets, DivisionCodes divisions, ReportingUnits offices) {

    /** Throws {@link org.jianxi.gateway.documents.FileProblem} on the first file under the home folder that cannot be used. */
    public static Dictionary load(Path home) {
        return new Dictionary(Datasets.load(home), DivisionCodes.load(home), Divisions.reportingUnits(home));
    }
}
