package org.jianxi.gateway.flow;

import java.time.Instant;
import java.util.Optional;
import org.jianxi.gateway.canonical.ReportingUnit;

/**
 * How one sender stands in a period.
 *
 * @param late as judged when its first accepted return arrived, or, with none yet, whether the deadline has passed
 * @param receivedAt when the delivery that made this state arrived
 * @param findings of that delivery, JSON as the contract shapes them
 */
public record SenderStanding(
        ReportingUnit unit,
        State state,
        Optional<String> submissionId,
        Optional<Integer> revision,
        Optional<Instant> receivedAt,
        boolean late,
        String findings) {

    /** The wire names are contract. */
    public enum State {
        MISSING("missing"),
        REJECTED("rejected"),
        ACCEPTED("accepted"),
        CORRECTED("corrected");

        private final String wireName;

        State(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
