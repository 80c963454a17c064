package org.jianxi.gateway.calendar;

import java.time.LocalDate;
import org.jianxi.gateway.canonical.Sender;

/**
 * Days an autonomous prefecture takes off on its own, first and last included. They call for an earlier reminder; they
 * extend nothing.
 *
 * @param scope who is off: {@code all}, or a group as its notice names it
 * @param attribution how sure the days are: {@code stated}, or inferred or assumed and why
 */
public record LocalHoliday(
        Sender sender, LocalDate first, LocalDate last, String name, String scope, String attribution) {

    public boolean overlaps(LocalDate from, LocalDate to) {
        return !last.isBefore(from) && !first.isAfter(to);
    }

    public boolean isForAll() {
        return scope.equals("all");
    }

    public boolean isCertain() {
        return attribution.equals("stated");
    }
}
