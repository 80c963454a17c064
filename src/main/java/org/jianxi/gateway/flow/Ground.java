package org.jianxi.gateway.flow;

import java.util.Optional;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.forms.CanonicalDocuments;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.validation.Judge;

/**
 * All that one verdict rests on besides the delivery itself.
 *
 * @param mapping empty reads the canonical form
 */
record Ground(Rules rules, Optional<MappingFile> mapping, WorkingCalendar calendar) {

    /** The editions of the return, and what reads and judges by them. */
    record Rules(ReturnForms forms, CanonicalDocuments canonical, DocumentReading documents, Judge judge) {

        static Rules of(ReturnForms forms, ReportingUnits units) {
            var canonical = new CanonicalDocuments(forms);
            return new Rules(forms, canonical, new DocumentReading(canonical, units), new Judge(forms, units));
        }
    }
}
