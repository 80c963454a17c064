package org.jianxi.gateway.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.rollup.YearFigures;
import org.jianxi.gateway.rollup.YearFigures.Line;

/**
 * A year's figures as the form prints them. What is missing is absent and named, never a zero.
 *
 * @param gaps by month the senders without a return
 * @param roundedAmounts senders whose amounts came rounded in the last month
 */
record YearFiguresView(
        String form,
        List<String> months,
        LineView province,
        List<LineView> senders,
        Map<String, List<String>> gaps,
        List<String> roundedAmounts) {

    /**
     * @param months by month what stands
     * @param year stocks and money as the last month has them, the rest added up over the months that are there
     */
    record LineView(
            String sender,
            String name,
            Map<String, Map<String, Object>> months,
            Map<String, Object> year,
            List<String> missing) {}

    static YearFiguresView of(YearFigures figures) {
        var gaps = new TreeMap<String, List<String>>();
        figures.gaps().forEach((month, units) -> gaps.put(month.toString(), codes(units)));
        return new YearFiguresView(
                figures.form().id(),
                names(figures.months()),
                line(figures.form(), figures.province()),
                figures.units().stream().map(line -> line(figures.form(), line)).toList(),
                gaps,
                codes(figures.roundedAmounts()));
    }

    private static LineView line(ReturnForm form, Line line) {
        var months = new TreeMap<String, Map<String, Object>>();
        line.months().forEach((month, figures) -> months.put(month.toString(), printed(form, figures)));
        return new LineView(
                line.unit().sender().code(),
                line.unit().name(),
                months,
                printed(form, line.year()),
                names(line.missing()));
    }

    private static Map<String, Object> printed(ReturnForm form, Figures figures) {
        SortedMap<String, Object> printed = new TreeMap<>(Comparator.comparing(Integer::valueOf));
        for (var indicator : form.indicators()) {
            figures.find(indicator.number())
                    .ifPresent(amount -> printed.put(Integer.toString(indicator.number()), printed(indicator, amount)));
        }
        return printed;
    }

    /** Heads are numbers, 万元 are text. */
    static Object printed(Indicator indicator, long amount) {
        return indicator.unit().isMoney() ? indicator.unit().print(amount) : (Object) amount;
    }

    static List<String> codes(List<ReportingUnit> units) {
        return units.stream().map(unit -> unit.sender().code()).toList();
    }

    static List<String> names(List<Period> months) {
        return months.stream().map(Period::toString).toList();
    }
}
