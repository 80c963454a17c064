package org.jianxi.gateway.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jianxi.gateway.canonical.WellFormed;

/**
 * What was decided about one delivery and under which versions of everything.
 *
 * @param revision present exactly when accepted
 * @param form the return definition it was read under, when one was found
 * @param versions what the verdict was made with
 * @param deadline the last day it was due, {@code 2023-07-04}, or empty when its period is unknown
 * @param findings JSON array of findings as the contract shapes them
 * @param explanations JSON array of the explanations bound to rule version and values
 * @param canonical the accepted return in canonical JSON
 * @param places JSON object: the source cell of each indicator
 */
public record Decision(
        Verdict verdict,
        Instant decidedAt,
        Optional<Integer> revision,
        Optional<String> form,
        Versions versions,
        String deadline,
        boolean late,
        String findings,
        String explanations,
        Optional<byte[]> canonical,
        String places) {

    public Decision {
        decidedAt = decidedAt.truncatedTo(ChronoUnit.MICROS);
        findings = WellFormed.of(findings);
        explanations = WellFormed.of(explanations);
        places = WellFormed.of(places);
    }

    /** The same, with what only an accepted return has. */
    public Decision accepting(int number, byte[] canonicalJson) {
        return new Decision(
                verdict,
                decidedAt,
                Optional.of(number),
                form,
                versions,
                deadline,
                late,
                findings,
                explanations,
                Optional.of(canonicalJson),
                places);
    }
}
