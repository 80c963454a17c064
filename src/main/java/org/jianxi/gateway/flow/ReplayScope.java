package org.jianxi.gateway.flow;

import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.ledger.StoredSubmission;

/** Which recorded deliveries are looked at; the others only make the past. */
public record ReplayScope(Optional<Period> period, Optional<SourceId> source) {

    public static final ReplayScope EVERYTHING = new ReplayScope(Optional.empty(), Optional.empty());

    boolean includes(StoredSubmission submission) {
        return (period.isEmpty() || period.equals(submission.period()))
                && source.map(submission.arrival().source()::equals).orElse(true);
    }
}
