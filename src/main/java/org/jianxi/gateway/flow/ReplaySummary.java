package org.jianxi.gateway.flow;

import java.util.Map;
import org.jianxi.gateway.canonical.Digest;

/**
 * How a replay ended.
 *
 * @param treeSize how many entries the ledger had
 * @param recorded deliveries in the ledger
 * @param lookedAt those that the candidate has a say about and whose recorded verdict could be made again
 * @param changed those of them that would have come out otherwise
 * @param notReproducible those about which nothing can be said
 * @param undecided those that nothing was decided about
 * @param months the months whose provincial figures would differ
 * @param digest SM3 over the candidate and every difference: two replays with the same outcome have the same
 */
public record ReplaySummary(
        long treeSize,
        long recorded,
        long lookedAt,
        long changed,
        long notReproducible,
        long undecided,
        long months,
        Digest digest) {

    public boolean differs() {
        return changed > 0 || months > 0;
    }

    /** Every delivery it has a say about was made again, and none would have come out otherwise. */
    public boolean isClean() {
        return !differs() && notReproducible == 0;
    }

    /** For programs: {@code recorded lookedAt changed notReproducible undecided}. */
    public Map<String, Object> deliveries() {
        return ReplayText.ordered(
                "recorded", recorded,
                "lookedAt", lookedAt,
                "changed", changed,
                "notReproducible", notReproducible,
                "undecided", undecided);
    }
}
