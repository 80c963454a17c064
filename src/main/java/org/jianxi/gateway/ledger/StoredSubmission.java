package org.jianxi.gateway.ledger;

import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;

/** One delivery as it stands in the database: who, how it came, what was decided. */
public record StoredSubmission(
        String id,
        Optional<Sender> sender,
        String dataset,
        Optional<Period> period,
        Arrival arrival,
        Decision decision) {

    public boolean isAccepted() {
        return decision.verdict() == Verdict.ACCEPTED;
    }

    /** The revision of an accepted submission; throws {@link IllegalStateException} on any other. */
    public int revision() {
        return decision.revision().orElseThrow(() -> new IllegalStateException(id + " was not accepted"));
    }
}
