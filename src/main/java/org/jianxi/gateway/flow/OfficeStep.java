package org.jianxi.gateway.flow;

import java.util.List;
import org.jianxi.gateway.canonical.Finding;

/** How an act of the office on one unit's return ended. */
public sealed interface OfficeStep {

    record Done() implements OfficeStep {}

    /** What was written may not stand. */
    record Wrong(List<Finding> findings) implements OfficeStep {
        public Wrong {
            findings = List.copyOf(findings);
        }
    }

    /** Not as things stand. */
    record NotNow(List<Finding> findings) implements OfficeStep {
        public NotNow {
            findings = List.copyOf(findings);
        }
    }

    /** There is no such return or unit. */
    record NotThere() implements OfficeStep {}
}
