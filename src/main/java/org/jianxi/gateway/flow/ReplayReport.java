package org.jianxi.gateway.flow;

import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.ledger.StoredSubmission;

/** Is told of each difference as it is found, so that a replay of any length is never held in memory. */
public interface ReplayReport {

    void changed(ReplayChange change);

    /** Nothing can be said about this delivery, and why. */
    void notReproducible(StoredSubmission submission, Bilingual reason);

    void totals(ReplayTotals month);

    /** @param done how many recorded deliveries were passed, now and then */
    void progress(long done);
}
