package org.jianxi.gateway.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.rollup.CannotAddUp;
import org.jianxi.gateway.rollup.Contribution;
import org.jianxi.gateway.rollup.Origin;
import org.jianxi.gateway.rollup.ProvincialFigures;
import org.jianxi.gateway.rollup.Rollup;
import org.jianxi.gateway.signing.Sm3;

/** The gateway's own roll-up, over files instead of the ledger. */
final class OfflineRollup {

    private final OfflineGateway gateway;

    OfflineRollup(OfflineGateway gateway) {
        this.gateway = gateway;
    }

    /** The edition the province files under in that month. */
    ReturnForm form(Period period) {
        return gateway.forms()
                .current(period)
                .orElseThrow(() -> new CannotBeDone(
                        new Bilingual(period + " 没有适用的报表版本", "No return definition is valid for " + period)));
    }

    /** Throws {@link CannotAddUp} with every reason when the files do not make one roll-up. */
    ProvincialFigures up(List<Path> files, Period period) {
        var contributions = new ArrayList<Contribution>();
        var reasons = new ArrayList<Bilingual>();
        for (var file : files) {
            var input = InputFile.read(file);
            var reading = gateway.readCanonical(input);
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
        return Rollup.of(form(period), period, gateway.units(), contributions);
    }
}
