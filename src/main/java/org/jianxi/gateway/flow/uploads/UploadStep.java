package org.jianxi.gateway.flow.uploads;

import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.flow.Outcome;
import org.jianxi.gateway.flow.Trial;

/** How an act of a unit's person at the console ended. */
public sealed interface UploadStep {

    /** Only tried: nothing was kept. */
    record Tried(Trial trial) implements UploadStep {}

    /** Taken in at the console's door as at every other. */
    record Decided(Outcome outcome) implements UploadStep {}

    /** Nothing was taken in, as the file cannot be any delivery of this unit: why, and what would do. */
    record NotTaken(Bilingual why) implements UploadStep {}

    /** What was written about a warning may not stand. */
    record Wrong(List<Finding> findings) implements UploadStep {
        public Wrong {
            findings = List.copyOf(findings);
        }
    }

    /** There is no such return of this person's units. */
    record NotThere() implements UploadStep {}
}
