package org.jianxi.gateway.rollup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.ReturnForm;

/**
 * The months of a year beside one another and what they come to, in smallest parts: a stock as it stood at the end of the last month, a
 * flow or a plan added up, money as it had come to by the last month.
 *
 * @param form the edition that is in force for the last of the months
 * @param months in their order
 * @param units in the notice's order
 * @param province the roll-up of each month, and of the year
 * @param gaps of each month that has any the senders without a return: nothing is counted for them, and zero is not said of them
 * @param roundedAmounts senders whose amounts came in whole 0.01 万元 in the last month
 */
public record YearFigures(
        ReturnForm form,
        List<Period> months,
        List<Line> units,
        Line province,
        SortedMap<Period, List<ReportingUnit>> gaps,
        List<ReportingUnit> roundedAmounts) {

    public YearFigures {
        months = List.copyOf(months);
        units = List.copyOf(units);
        gaps = Collections.unmodifiableSortedMap(new TreeMap<>(gaps));
        roundedAmounts = List.copyOf(roundedAmounts);
    }

    /** One month and the edition it is rolled up under. */
    public record OfMonth(ReturnForm form, ProvincialFigures figures) {}

    /**
     * @param months what there is of each month; a month without a return is absent
     * @param year without the indicators of which nothing can be said
     * @param missing months without a return
     */
    public record Line(ReportingUnit unit, SortedMap<Period, Figures> months, Figures year, List<Period> missing) {
        public Line {
            months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
            missing = List.copyOf(missing);
        }

        public Optional<Long> of(Period month, int indicator) {
            return Optional.ofNullable(months.get(month)).flatMap(figures -> figures.find(indicator));
        }
    }

    /** Whether something is missing from the year's figure of the province. */
    public boolean isIncomplete(Indicator indicator) {
        return isAsOfTheEnd(indicator) ? gaps.containsKey(months.getLast()) : !gaps.isEmpty();
    }

    /** Whether the year's figure is the last month's. */
    public static boolean isAsOfTheEnd(Indicator indicator) {
        return switch (indicator.measure()) {
            case STOCK, YEAR_TO_DATE -> true;
            case FLOW, PLAN -> false;
        };
    }

    /**
     * One for each run of months whose editions have the same indicators; what is counted otherwise is never added up.
     *
     * @param months in their order
     * @param province what its line is called
     */
    public static List<YearFigures> of(List<OfMonth> months, ReportingUnits units, ReportingUnit province) {
        var runs = new ArrayList<List<OfMonth>>();
        for (var month : months) {
            if (runs.isEmpty() || !alike(runs.getLast().getLast().form(), month.form())) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(month);
        }
        return runs.stream().map(run -> run(run, units, province)).toList();
    }

    private static boolean alike(ReturnForm one, ReturnForm other) {
        return one.indicators().stream()
                .map(YearFigures::counted)
                .toList()
                .equals(other.indicators().stream().map(YearFigures::counted).toList());
    }

    private static List<Object> counted(Indicator indicator) {
        return List.of(indicator.number(), indicator.measure(), indicator.unit());
    }

    private static YearFigures run(List<OfMonth> months, ReportingUnits units, ReportingUnit province) {
        var form = months.getLast().form();
        var periods = months.stream().map(one -> one.figures().period()).toList();
        var totals = new TreeMap<Period, Figures>();
        var gaps = new TreeMap<Period, List<ReportingUnit>>();
        for (var month : months) {
            var figures = month.figures();
            if (!figures.contributions().isEmpty()) {
                totals.put(figures.period(), figures.totals());
            }
            if (!figures.isComplete()) {
                gaps.put(figures.period(), figures.gaps());
            }
        }
        var lines = units.inOrder().stream()
                .map(unit -> line(form, unit, periods, said(unit.sender(), months)))
                .toList();
        return new YearFigures(
                form,
                periods,
                lines,
                line(form, province, periods, totals),
                gaps,
                months.getLast().figures().roundedAmounts());
    }

    private static SortedMap<Period, Figures> said(Sender sender, List<OfMonth> months) {
        var said = new TreeMap<Period, Figures>();
        for (var month : months) {
            month.figures().contributions().stream()
                    .filter(one -> one.sender().equals(sender))
                    .forEach(one ->
                            said.put(month.figures().period(), one.content().figures()));
        }
        return said;
    }

    private static Line line(
            ReturnForm form, ReportingUnit unit, List<Period> months, SortedMap<Period, Figures> said) {
        var year = Figures.NONE;
        for (var indicator : form.indicators()) {
            var amount = year(indicator, months.getLast(), said);
            if (amount.isPresent()) {
                year = year.with(indicator.number(), amount.get());
            }
        }
        var missing = months.stream().filter(month -> !said.containsKey(month)).toList();
        return new Line(unit, said, year, missing);
    }

    private static Optional<Long> year(Indicator indicator, Period last, SortedMap<Period, Figures> said) {
        return isAsOfTheEnd(indicator)
                ? Optional.ofNullable(said.get(last)).flatMap(figures -> figures.find(indicator.number()))
                : said.values().stream()
                        .flatMap(figures -> figures.find(indicator.number()).stream())
                        .reduce(Math::addExact);
    }
}
