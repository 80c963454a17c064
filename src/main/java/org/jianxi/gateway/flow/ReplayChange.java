package org.jianxi.gateway.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.ledger.StoredSubmission;

/**
 * One recorded delivery that would have come out otherwise.
 *
 * @param cells the figures that would differ, by indicator
 * @param records of a batch of records
 * @param gone findings that would not have been made
 * @param added findings that would have been made
 */
public record ReplayChange(
        StoredSubmission submission,
        Side before,
        Side after,
        List<Cell> cells,
        Optional<Records> records,
        List<Finding> gone,
        List<Finding> added) {

    public ReplayChange {
        cells = List.copyOf(cells);
        gone = List.copyOf(gone);
        added = List.copyOf(added);
    }

    /** How it came out. @param deadline its last day, or empty text */
    public record Side(
            String verdict, Optional<Sender> sender, Optional<Period> period, String deadline, boolean late) {

        static Side of(Replayed one) {
            return new Side(one.verdict().wireName(), one.sender(), one.period(), one.deadline(), one.late());
        }

        Map<String, Object> tree() {
            return ReplayText.ordered(
                    "verdict", verdict,
                    "sender", sender.map(Sender::code).orElse(""),
                    "period", period.map(Period::toString).orElse(""),
                    "deadline", deadline,
                    "late", late);
        }
    }

    /** A figure as printed; empty text where there would be none. */
    public record Cell(int indicator, String before, String after, Place at) {}

    /**
     * A batch's records; nobody is told of.
     *
     * @param before how many stood
     * @param after how many would
     * @param otherwise how many of those that stand both times would say something else
     */
    public record Records(long before, long after, long otherwise) {

        boolean isSame() {
            return before == after && otherwise == 0;
        }

        Map<String, Object> tree() {
            return ReplayText.ordered("before", before, "after", after, "otherwise", otherwise);
        }
    }

    /** Empty when nothing would differ. */
    static Optional<ReplayChange> between(ReplayedDelivery one, ReplayedBatch then, ReplayedBatch now) {
        var change = new ReplayChange(
                one.submission(),
                then.side(one),
                now.side(one),
                List.of(),
                Optional.of(now.records(then)),
                without(then.findings(), now.findings()),
                without(now.findings(), then.findings()));
        return change.isNone() ? Optional.empty() : Optional.of(change);
    }

    /** Empty when nothing would differ. */
    static Optional<ReplayChange> between(ReplayedDelivery one, Then then, Then now) {
        var change = new ReplayChange(
                one.submission(),
                Side.of(then.replayed()),
                Side.of(now.replayed()),
                cells(then, now),
                Optional.empty(),
                without(then.findings(), now.findings()),
                without(now.findings(), then.findings()));
        return change.isNone() ? Optional.empty() : Optional.of(change);
    }

    /** A verdict with the ground it was made on. */
    record Then(Replayed replayed, Ground ground) {

        List<Finding> findings() {
            return replayed.examined().findings();
        }

        Optional<Long> amount(int indicator) {
            return replayed.examined().reading().figures().find(indicator);
        }

        String printed(int indicator) {
            var forms = ground.rules().forms();
            return amount(indicator)
                    .map(amount -> ReplayText.printed(forms, replayed.form(), indicator, amount))
                    .orElse("");
        }
    }

    private boolean isNone() {
        return before.equals(after)
                && cells.isEmpty()
                && records.map(Records::isSame).orElse(true)
                && gone.isEmpty()
                && added.isEmpty();
    }

    private static List<Cell> cells(Then then, Then now) {
        var numbers =
                new TreeSet<>(then.replayed().examined().reading().figures().indicators());
        numbers.addAll(now.replayed().examined().reading().figures().indicators());
        var places = now.replayed().examined().reading().places();
        return numbers.stream()
                .filter(number -> !Objects.equals(then.amount(number), now.amount(number)))
                .map(number -> new Cell(
                        number, then.printed(number), now.printed(number), places.getOrDefault(number, Place.WHOLE)))
                .toList();
    }

    private static List<Finding> without(List<Finding> these, List<Finding> those) {
        var left = new HashMap<>(Replayed.counted(those));
        var found = new ArrayList<Finding>();
        for (var finding : these) {
            if (left.merge(Replayed.sameness(finding), -1L, Long::sum) < 0) {
                found.add(finding);
            }
        }
        return found;
    }

    /** For programs: {@code submission source receivedAt before after cells findings}, and {@code records} of a batch. */
    public Map<String, Object> tree() {
        var tree = new LinkedHashMap<>(common());
        records.ifPresent(batch -> tree.put("records", batch.tree()));
        return tree;
    }

    private Map<String, Object> common() {
        var arrival = submission.arrival();
        return ReplayText.ordered(
                "submission", submission.id(),
                "source", arrival.source().value(),
                "receivedAt", arrival.receivedAt().toString(),
                "before", before.tree(),
                "after", after.tree(),
                "cells", cells.stream().map(ReplayChange::tree).toList(),
                "findings",
                        ReplayText.ordered(
                                "gone", gone.stream().map(ReplayText::of).toList(),
                                "new", added.stream().map(ReplayText::of).toList()));
    }

    private static Map<String, Object> tree(Cell cell) {
        return ReplayText.ordered(
                "indicator", cell.indicator(),
                "before", cell.before(),
                "after", cell.after(),
                "at", ReplayText.of(cell.at()));
    }
}
