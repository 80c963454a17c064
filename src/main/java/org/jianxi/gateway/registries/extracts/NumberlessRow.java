package org.jianxi.gateway.registries.extracts;

import java.time.LocalDate;
import java.util.Optional;
import org.jianxi.gateway.registries.marks.Hardship;

/**
 * Somebody who stands in an extract without a citizen's number that keeps GB 11643. Personal: written down sealed, or not at all.
 *
 * @param line of the extract; 0 where its format has none
 * @param number what stands in the column of numbers, which may be nothing
 * @param division six digits
 */
public record NumberlessRow(
        long line,
        String number,
        String name,
        Optional<LocalDate> birthDate,
        Optional<String> division,
        Hardship hardship) {

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "row " + line;
    }
}
