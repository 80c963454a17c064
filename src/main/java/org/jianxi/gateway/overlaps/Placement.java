package org.jianxi.gateway.overlaps;

import java.time.LocalDate;
import java.util.Optional;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.inquiries.Evidence;

/**
 * A placement of a person, who does not stand in it.
 *
 * @param evidence the record itself
 * @param lastDay the actual one, or the planned one until there is an actual one; empty where none is known
 */
public record Placement(Evidence evidence, LocalDate firstDay, Optional<LocalDate> lastDay) {

    /** Far enough for every placement, and days can still be counted to it. */
    private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    LocalDate until() {
        return lastDay.orElse(OPEN);
    }

    Sender sender() {
        return evidence.sender();
    }

    String name() {
        return evidence.name();
    }
}
