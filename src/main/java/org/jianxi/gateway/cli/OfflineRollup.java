package org.jianxi.gateway.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.forms.CanonicalDocuments;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.rollup.CannotAddUp;
import org.jianxi.gateway.rollup.Contribution;
import org.jianxi.gateway.rollup.Origin;
import org.jianxi.gateway.rollup.ProvincialFigures;
import org.jianxi.gateway.rollup.Rollup;
import org.jianxi.gateway.signing.Sm3;

/** The gateway's own roll-up, over files instead of the ledger. */
final class OfflineRollup {

    private final ReturnForms forms;
    private final ReportingUnits units;

    OfflineRollup(Home home) {
        home.schemas();
        this.forms = ReturnForms.load(home.folder(), Sm3::of);
        this.units = Divisions.reportingUnits(home.folder());
    }

    ReportingUnits units() {
        return units;
    }

    /** The edition the province files under in that month. */
    ReturnForm form(Period period) {
        return forms.current(period)
                .orElseThrow(() -> new CannotBeDone(
                        new Bilingual(period + " 没有适用的报表版本", "No return definition is valid for " + period)));
    }

    /** Throws {@link CannotAddUp} with every reason when the files do not make one roll-up. */
    ProvincialFigures up(List<Path> files, Period period) {
        var documents = new CanonicalDocuments(forms);
        var contributions = new ArrayList<Contribution>();
        var reasons = new ArrayList<Bilingual>();
        for (var file : files) {
            var input = InputFile.read(file);
            var reading = documents.read(input.content(), input.type());
            reading.complete()
                    .ifPresentOrElse(
                            content -> contributions.add(new Contribution(
                                    content,
                                    new Origin(input.name(), Sm3.of(input.content()), Optional.empty(), Map.of()))),
                            () -> reading.mapped()
                                    .findings()
                                    .forEach(finding -> reasons.add(new Bilingual(
                                            input.name() + "："
                                                    + finding.message().zh(),
                                            input.name() + ": "
                                                    + finding.message().en()))));
        }
        if (!reasons.isEmpty()) {
            throw new CannotAddUp(reasons);
        }
        return Rollup.of(form(period), period, units, contributions);
    }
}
