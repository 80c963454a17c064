package org.jianxi.gateway.flow.duties;

import java.nio.file.Path;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.duties.DatedDuties;
import org.jianxi.gateway.duties.DutyRules;
import org.jianxi.gateway.forms.Datasets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is asked of offices, read anew each time; while a file cannot be used, what was in force stays. */
final class DutyFiles {

    private static final Logger LOG = LoggerFactory.getLogger(DutyFiles.class);

    private final Path home;
    private final Datasets datasets;
    private volatile DatedDuties inForce;
    private volatile String refused = "";

    /** Throws {@link FileProblem} with the line when a file cannot be used, because then there is nothing to go by. */
    DutyFiles(Path home, Datasets datasets) {
        this.home = home;
        this.datasets = datasets;
        this.inForce = DatedDuties.load(home, datasets);
    }

    Optional<DutyRules> in(Period month) {
        try {
            inForce = DatedDuties.load(home, datasets);
            refused = "";
        } catch (FileProblem unusable) {
            sayOnce(String.valueOf(unusable.getMessage()));
        }
        return inForce.in(month);
    }

    private void sayOnce(String problem) {
        if (!problem.equals(refused)) {
            LOG.warn("Refused, what was in force stays: {}", problem);
        }
        refused = problem;
    }
}
