package org.jianxi.gateway.registries.extracts;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Finding;

/** What came of an extract. */
public sealed interface ExtractOutcome {

    /**
     * It is what the registry is answered from now; after a trial it would be.
     *
     * @param before the one that was until now
     */
    record Taken(KeptExtract extract, Optional<KeptExtract> before) implements ExtractOutcome {}

    /**
     * Nothing changed.
     *
     * @param findings why, with the place in the file's own terms and what would mend it; of no person
     * @param inForce the last good one, which stays
     */
    record Refused(List<Finding> findings, Optional<KeptExtract> inForce) implements ExtractOutcome {

        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
