package org.jianxi.gateway.filing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.rollup.Contribution;
import org.jianxi.gateway.rollup.Difference;
import org.jianxi.gateway.rollup.SenderChange;

/**
 * A correction of a filed return (更正、补报): the full form as it now stands, and what changed since the return it corrects.
 *
 * @param number counts the corrections of the period from 1, rejected ones too
 * @param causes one for each sender whose return was replaced or came late, in the order of the notice
 */
public record SupplementaryReturn(
        int number, ProvincialReturn full, Corrects corrects, Difference difference, List<Cause> causes) {

    public SupplementaryReturn {
        if (number < 1) {
            throw new IllegalArgumentException("Corrections count from 1, not " + number);
        }
        causes = List.copyOf(causes);
    }

    /**
     * The return that is corrected.
     *
     * @param document SM3 of the document that was signed and sent
     * @param ledgerPosition of its entry
     */
    public record Corrects(String messageId, int revision, Digest document, long ledgerPosition) {}

    /** When a submission arrived and whether that was late, as judged then. */
    public record Arrived(Instant receivedAt, boolean late) {}

    /**
     * @param arrivals of every submission that the difference speaks of, by its id
     * @throws IllegalArgumentException when a figure became a gap: what was accepted is replaced, never withdrawn
     */
    public static SupplementaryReturn of(
            ProvincialReturn full, Numbered numbered, Difference difference, Map<String, Arrived> arrivals) {
        var causes = difference.changes().stream()
                .map(change -> cause(change, arrivals))
                .toList();
        return new SupplementaryReturn(numbered.number(), full, numbered.corrects(), difference, causes);
    }

    /** Which correction of what. */
    public record Numbered(int number, Corrects corrects) {}

    private static Cause cause(SenderChange change, Map<String, Arrived> arrivals) {
        var after = change.after()
                .orElseThrow(() -> new IllegalArgumentException(change.sender() + " was filed and is a gap now"));
        return new Cause(change, change.before().map(before -> evidence(before, arrivals)), evidence(after, arrivals));
    }

    private static Evidence evidence(Contribution contribution, Map<String, Arrived> arrivals) {
        var origin = contribution.origin();
        var arrived = arrivals.get(origin.submissionId());
        if (arrived == null) {
            throw new IllegalArgumentException("Nothing is known of the arrival of " + origin.submissionId());
        }
        return new Evidence(
                origin.submissionId(),
                contribution.content().revision(),
                arrived,
                origin.digest(),
                origin.ledgerPosition().orElseThrow());
    }
}
