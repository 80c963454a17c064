package org.jianxi.gateway.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.rollup.CannotAddUp;
import org.jianxi.gateway.rollup.Difference;
import org.jianxi.gateway.rollup.Rollup;
import org.jianxi.gateway.rollup.SenderChange;

/**
 * The province's figures of one month that would differ.
 *
 * @param opened senders whose return would not have stood, so that there would be a gap
 * @param closed senders that were a gap and would not be one
 * @param reason why the month would no longer add up; empty text where it does
 */
public record ReplayTotals(Period period, List<Cell> cells, List<Sender> opened, List<Sender> closed, String reason) {

    public ReplayTotals {
        cells = List.copyOf(cells);
        opened = List.copyOf(opened);
        closed = List.copyOf(closed);
    }

    /** A total as printed, and whose returns move it. */
    public record Cell(int indicator, String before, String after, List<Sender> because) {}

    /** Both roll-ups under one edition; empty when they are the same. */
    static Optional<ReplayTotals> between(ReplayWorld then, ReplayWorld now, ReturnForm form, Month month) {
        var period = month.period();
        try {
            var before = Rollup.of(form, period, month.units(), then.of(period));
            var after = Rollup.of(form, period, month.units(), now.of(period));
            var difference = Difference.between(before, after, month.units());
            return difference.isVisible() ? Optional.of(of(difference, form)) : Optional.empty();
        } catch (CannotAddUp reasons) {
            return Optional.of(
                    new ReplayTotals(period, List.of(), List.of(), List.of(), String.valueOf(reasons.getMessage())));
        }
    }

    /** The month and who owes returns in it. */
    record Month(Period period, ReportingUnits units) {}

    private static ReplayTotals of(Difference difference, ReturnForm form) {
        var cells = difference.totalChanges().stream()
                .map(change -> new Cell(
                        change.indicator(),
                        form.print(change.indicator(), change.before()),
                        form.print(change.indicator(), change.after()),
                        change.because()))
                .toList();
        var opened = difference.changes().stream()
                .filter(SenderChange::opensGap)
                .map(SenderChange::sender)
                .toList();
        var closed = difference.changes().stream()
                .filter(SenderChange::closesGap)
                .map(SenderChange::sender)
                .toList();
        return new ReplayTotals(difference.period(), cells, opened, closed, "");
    }

    /** For programs: {@code period cells gaps {opened closed} reason}. */
    public Map<String, Object> tree() {
        return ReplayText.ordered(
                "period", period.toString(),
                "cells", cells.stream().map(ReplayTotals::tree).toList(),
                "gaps", ReplayText.ordered("opened", codes(opened), "closed", codes(closed)),
                "reason", reason);
    }

    private static Map<String, Object> tree(Cell cell) {
        return ReplayText.ordered(
                "indicator", cell.indicator(),
                "before", cell.before(),
                "after", cell.after(),
                "senders", codes(cell.because()));
    }

    private static List<String> codes(List<Sender> senders) {
        return senders.stream().map(Sender::code).toList();
    }
}
