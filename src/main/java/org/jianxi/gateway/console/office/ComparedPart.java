package org.jianxi.gateway.console.office;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Explanation;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.flow.ProvincialView;
import org.jianxi.gateway.flow.reading.ReturnReading.Earlier;
import org.jianxi.gateway.flow.reading.ReturnReading.Since;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.JumpThresholds;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.rollup.Contribution;
import org.jianxi.gateway.rollup.ProvincialFigures;
import org.jianxi.gateway.rollup.SenderChange;

/**
 * What the return's page sets beside the province's figures.
 *
 * @param rows by indicator
 * @param missing units without a return last month and in the same month last year: what is compared with does not have them
 * @param said every explanation of the returns that stand, in the notice's order
 * @param changes since the reader marked the return as read; empty where that never was
 * @param position the ledger's size, to be marked as read
 */
public record ComparedPart(List<Row> rows, Missing missing, List<Said> said, Optional<Changes> changes, long position) {

    public ComparedPart {
        rows = List.copyOf(rows);
        said = List.copyOf(said);
    }

    public record Row(Indicator indicator, String now, Optional<Beside> lastMonth, Optional<Beside> lastYear) {}

    public record Missing(int lastMonth, int lastYear) {}

    /** @param submission the delivery whose page has it */
    public record Said(ReportingUnit unit, Explanation explanation, String submission) {}

    public record Changes(Instant since, List<Change> lines) {
        public Changes {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A unit whose return came or was replaced.
     *
     * @param before its revision then; empty where it was missing
     * @param now its revision; empty where it is missing now
     * @param cells the figures that differ; none where only explanations do, or all came
     */
    public record Change(ReportingUnit unit, Optional<Integer> before, Optional<Integer> now, List<Cell> cells) {
        public Change {
            cells = List.copyOf(cells);
        }
    }

    public record Cell(int number, String before, String now) {}

    static ComparedPart of(
            ProvincialView view, Earlier earlier, Optional<Since> since, ReportingUnits units, JumpThresholds jumps) {
        var figures = view.figures();
        return new ComparedPart(
                view.form().indicators().stream()
                        .map(one -> row(one, figures, earlier, jumps))
                        .toList(),
                new Missing(gaps(earlier.lastMonth()), gaps(earlier.lastYear())),
                units.inOrder().stream()
                        .flatMap(unit -> figures.contributions().stream()
                                .filter(one -> one.sender().equals(unit.sender()))
                                .flatMap(one -> said(unit, one).stream()))
                        .toList(),
                since.map(one -> changes(one, units, view.form())),
                figures.ledgerPosition().orElse(0L));
    }

    private static Row row(Indicator indicator, ProvincialFigures figures, Earlier earlier, JumpThresholds jumps) {
        return new Row(
                indicator,
                indicator.unit().print(figures.totals().of(indicator.number())),
                besideLastMonth(indicator, figures, earlier.lastMonth(), jumps),
                besideLastYear(indicator, figures, earlier.lastYear(), jumps));
    }

    private static Optional<Beside> besideLastMonth(
            Indicator indicator, ProvincialFigures now, Optional<ProvincialFigures> earlier, JumpThresholds jumps) {
        var month = Optional.of(now.period());
        return Beside.lastMonth(indicator, total(indicator, now), totals(earlier), month, jumps.of(indicator.unit()))
                .map(one -> ofTheSameUnits(one, now, earlier));
    }

    private static Optional<Beside> besideLastYear(
            Indicator indicator, ProvincialFigures now, Optional<ProvincialFigures> earlier, JumpThresholds jumps) {
        return Beside.lastYear(indicator, total(indicator, now), totals(earlier), jumps.of(indicator.unit()))
                .map(one -> ofTheSameUnits(one, now, earlier));
    }

    /** Sums over other units are shown beside each other, and nobody is asked why they differ. */
    private static Beside ofTheSameUnits(Beside one, ProvincialFigures now, Optional<ProvincialFigures> earlier) {
        return earlier.filter(then -> then.gaps().equals(now.gaps())).isPresent() ? one : one.unasked();
    }

    private static Optional<Long> total(Indicator indicator, ProvincialFigures now) {
        return Optional.of(now.totals().of(indicator.number()));
    }

    private static Optional<Figures> totals(Optional<ProvincialFigures> earlier) {
        return earlier.map(ProvincialFigures::totals);
    }

    private static int gaps(Optional<ProvincialFigures> figures) {
        return figures.map(one -> one.gaps().size()).orElse(0);
    }

    private static List<Said> said(ReportingUnit unit, Contribution one) {
        return one.content().explanations().stream()
                .map(explanation -> new Said(unit, explanation, one.origin().submissionId()))
                .toList();
    }

    private static Changes changes(Since since, ReportingUnits units, ReturnForm form) {
        return new Changes(
                since.look().at(),
                since.difference().changes().stream()
                        .map(one -> change(one, units, form))
                        .toList());
    }

    private static Change change(SenderChange one, ReportingUnits units, ReturnForm form) {
        var unit = units.inOrder().stream()
                .filter(each -> each.sender().equals(one.sender()))
                .findFirst()
                .orElseThrow();
        var replaced = one.before().isPresent() && one.after().isPresent();
        return new Change(
                unit,
                one.before().map(was -> was.content().revision()),
                one.after().map(is -> is.content().revision()),
                replaced ? cells(one, form) : List.of());
    }

    private static List<Cell> cells(SenderChange one, ReturnForm form) {
        return one.cells().stream()
                .map(cell -> new Cell(
                        cell.indicator(),
                        print(form, cell.indicator(), cell.before()),
                        print(form, cell.indicator(), cell.after())))
                .toList();
    }

    private static String print(ReturnForm form, int indicator, Optional<Long> amount) {
        return amount.map(parts -> form.print(indicator, parts)).orElse("—");
    }
}
