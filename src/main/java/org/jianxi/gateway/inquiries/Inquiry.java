package org.jianxi.gateway.inquiries;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Sender;

/**
 * A case of which each side is asked. It closes when all sides have; nobody decides it by itself.
 *
 * @param number what the sides call it by, to one another and to us; no other's, whatever the matter
 * @param dueOn the last day for closing it
 */
public record Inquiry(
        long number,
        InquiryKind kind,
        Digest subject,
        int occurrence,
        State state,
        Instant foundAt,
        LocalDate dueOn,
        List<Side> sides,
        Optional<Lapse> lapse) {

    public Inquiry {
        sides = List.copyOf(sides);
    }

    /** The wire names are the names of the acts that lead there. */
    public enum State {
        OPEN,
        /** Every side said what it found. */
        CLOSED,
        /** Corrected records no longer show it. */
        LAPSED
    }

    /**
     * One unit's part.
     *
     * @param evidence its own records; none once erased
     */
    public record Side(Sender sender, List<Evidence> evidence, Optional<Closing> closing) {
        public Side {
            evidence = List.copyOf(evidence);
        }
    }

    public record Closing(Instant at, String actor, String outcome) {}

    public record Lapse(Instant at, String reason) {}

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** All sides' records. */
    public List<Evidence> evidence() {
        return sides.stream().flatMap(side -> side.evidence().stream()).toList();
    }

    public Optional<Side> side(Sender sender) {
        return sides.stream().filter(one -> one.sender().equals(sender)).findFirst();
    }

    /** Who has not said yet what it found. */
    public SortedSet<Sender> waitingFor() {
        return sides.stream()
                .filter(one -> one.closing().isEmpty())
                .map(Side::sender)
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(Sender::code))));
    }
}
