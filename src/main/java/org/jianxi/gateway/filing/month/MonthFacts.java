package org.jianxi.gateway.filing.month;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.OutboxState;

/**
 * All that decides where a month stands.
 *
 * @param filings oldest first; only the ministry's answer to one ever changes
 * @param asFiled whether the figures as they stand read as in the filing in force; never without one
 * @param approvers who approved exactly these figures for the next filing, newest first, each once
 * @param missing units of which no return stands
 * @param returned units whose return the office sent back and that have not answered
 */
public record MonthFacts(
        List<Filing> filings, boolean asFiled, List<String> approvers, Set<Sender> missing, Set<Sender> returned) {

    public MonthFacts {
        filings = List.copyOf(filings);
        approvers = List.copyOf(new LinkedHashSet<>(approvers));
        missing = Set.copyOf(missing);
        returned = Set.copyOf(returned);
        asFiled = asFiled && inForce(filings).isPresent();
    }

    /** One filing, and how far it has come. */
    public record Filing(OutboxState answer, String approvedBy, String filedBy) {
        public Filing {
            if (approvedBy.equals(filedBy)) {
                throw new IllegalArgumentException("One person approved and filed: " + filedBy);
            }
        }

        Filing answered(OutboxState now) {
            return new Filing(now, approvedBy, filedBy);
        }

        boolean isSettled() {
            return answer == OutboxState.ACKNOWLEDGED || answer == OutboxState.REJECTED;
        }
    }

    /** The month before anything came. */
    public static MonthFacts before(Set<Sender> everyone) {
        return new MonthFacts(List.of(), false, List.of(), everyone, Set.of());
    }

    /** The latest filing that the ministry has, or may yet get. */
    public Optional<Filing> inForce() {
        return inForce(filings);
    }

    /** Who approved these figures and is not {@code officer}; the newest of them. */
    public Optional<String> approverBeside(String officer) {
        return approvers.stream().filter(one -> !one.equals(officer)).findFirst();
    }

    private static Optional<Filing> inForce(List<Filing> filings) {
        return filings.reversed().stream()
                .filter(one -> one.answer() != OutboxState.REJECTED)
                .findFirst();
    }

    MonthFacts arrived(Sender sender, boolean nowAsFiled) {
        return new MonthFacts(filings, nowAsFiled, List.of(), without(missing, sender), without(returned, sender));
    }

    MonthFacts sentBack(Sender sender) {
        return new MonthFacts(filings, asFiled, List.of(), missing, with(returned, sender));
    }

    MonthFacts takenBack(Sender sender) {
        return new MonthFacts(filings, asFiled, approvers, missing, without(returned, sender));
    }

    MonthFacts approvedBy(String officer) {
        var now = new ArrayList<>(List.of(officer));
        now.addAll(approvers);
        return new MonthFacts(filings, asFiled, now, missing, returned);
    }

    MonthFacts unapproved() {
        return new MonthFacts(filings, asFiled, List.of(), missing, returned);
    }

    MonthFacts filed(String approvedBy, String filedBy) {
        var now = new ArrayList<>(filings);
        now.add(new Filing(OutboxState.WAITING, approvedBy, filedBy));
        return new MonthFacts(now, true, List.of(), missing, returned);
    }

    MonthFacts answered(int filing, OutboxState answer) {
        return new MonthFacts(answers(filing, answer), asFiled, approvers, missing, returned);
    }

    /** Where this puts another filing in force, the figures are compared with that one. */
    MonthFacts rejected(int filing, boolean asFiledBefore) {
        var now = answers(filing, OutboxState.REJECTED);
        var wasInForce = filings.subList(filing, filings.size()).stream()
                .allMatch(later -> later.answer() == OutboxState.REJECTED);
        return new MonthFacts(now, wasInForce ? asFiledBefore : asFiled, approvers, missing, returned);
    }

    private List<Filing> answers(int filing, OutboxState answer) {
        var now = new ArrayList<>(filings);
        now.set(filing - 1, now.get(filing - 1).answered(answer));
        return now;
    }

    private static Set<Sender> without(Set<Sender> some, Sender one) {
        return some.stream().filter(each -> !each.equals(one)).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Sender> with(Set<Sender> some, Sender one) {
        return Stream.concat(some.stream(), Stream.of(one)).collect(Collectors.toUnmodifiableSet());
    }
}
