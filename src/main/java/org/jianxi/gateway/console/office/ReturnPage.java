package org.jianxi.gateway.console.office;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.filing.Approvals.Approval;
import org.jianxi.gateway.flow.FilingStatus.Progress;
import org.jianxi.gateway.flow.NextFiling;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.rollup.Contribution;

/**
 * The province's return as it stands: the printed form with a line for each sender above the province's.
 *
 * @param total the province's figures as the form prints them
 * @param unchanged whether everything there is to say was filed already
 * @param correction the number of the correction that filing now would be; empty for a first return
 * @param approvals of exactly these figures, newest first
 * @param filings oldest first
 * @param refused why the last act was not done
 */
public record ReturnPage(
        Period period,
        ReturnForm form,
        FormHead head,
        List<Line> lines,
        List<String> total,
        List<ReportingUnit> gaps,
        boolean unchanged,
        Optional<Integer> correction,
        List<Approval> approvals,
        List<Progress> filings,
        List<Finding> refused) {

    /**
     * One sender's figures as the form prints them; none where its return is missing, which is never a zero.
     */
    public record Line(ReportingUnit unit, List<String> figures, Optional<Integer> revision) {}

    public ReturnPage {
        lines = List.copyOf(lines);
        total = List.copyOf(total);
        gaps = List.copyOf(gaps);
        approvals = List.copyOf(approvals);
        filings = List.copyOf(filings);
        refused = List.copyOf(refused);
    }

    static ReturnPage of(
            NextFiling next,
            ReportingUnits units,
            List<Approval> approvals,
            List<Progress> filings,
            List<Finding> refused) {
        var view = next.view();
        var figures = view.figures();
        return new ReturnPage(
                figures.period(),
                view.form(),
                FormHead.of(view.form().layout()),
                units.inOrder().stream()
                        .map(unit -> line(unit, view.form(), figures.contributions()))
                        .toList(),
                printed(view.form(), figures.totals()),
                figures.gaps(),
                next.isUnchanged(),
                next.correction().map(correction -> correction.number()),
                approvals,
                filings,
                refused);
    }

    private static Line line(ReportingUnit unit, ReturnForm form, List<Contribution> contributions) {
        return contributions.stream()
                .filter(one -> one.sender().equals(unit.sender()))
                .findFirst()
                .map(one -> new Line(
                        unit,
                        printed(form, one.content().figures()),
                        Optional.of(one.content().revision())))
                .orElseGet(() -> new Line(unit, List.of(), Optional.empty()));
    }

    private static List<String> printed(ReturnForm form, Figures figures) {
        return form.indicators().stream()
                .map(Indicator::number)
                .map(number -> form.print(number, figures.of(number)))
                .toList();
    }
}
