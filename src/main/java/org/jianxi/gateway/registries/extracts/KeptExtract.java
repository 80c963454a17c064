package org.jianxi.gateway.registries.extracts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jianxi.gateway.canonical.Digest;

/**
 * A registry's last good extract: what it is answered from.
 *
 * @param snapshot what it became
 * @param day as of which it was made
 * @param at when it came
 * @param digest SM3 of the file
 * @param rows of its tables
 * @param unusable rows in which somebody stands without a citizen's number
 * @param entries people with a number, as often as they stand there
 * @param changed people of whom it says something else than the one before
 */
public record KeptExtract(
        String snapshot,
        LocalDate day,
        Instant at,
        Digest digest,
        long rows,
        long unusable,
        long entries,
        long changed) {

    /** In days; what an operator is shown. */
    public long age(LocalDate today) {
        return ChronoUnit.DAYS.between(day, today);
    }
}
