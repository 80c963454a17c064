package org.jianxi.gateway.mapping;

import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;

/** Takes records and findings as they come, in the order of the document; what many records say comes once, behind them. */
public interface RecordSink {

    void record(CanonicalRecord content);

    void finding(Finding finding);

    /** Whether records are judged too; whoever knows already what is wrong with them has only their content read. */
    default boolean judges() {
        return true;
    }

    /** After how many findings reading ends; whoever counts them and lets them go may have all. */
    default int mostFindings() {
        return 10_000;
    }
}
