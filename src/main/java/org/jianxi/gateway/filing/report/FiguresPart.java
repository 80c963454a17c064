package org.jianxi.gateway.filing.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.filing.report.Block.Column;
import org.jianxi.gateway.filing.report.Block.Grid;
import org.jianxi.gateway.filing.report.Block.Note;
import org.jianxi.gateway.filing.report.Block.Paragraph;
import org.jianxi.gateway.filing.report.Block.Row;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.rollup.YearFigures;
import org.jianxi.gateway.rollup.YearFigures.Line;

/** The form's figures by month and for the year: the province's, each sender's year, and each sender's months. */
record FiguresPart(YearReport report) {

    static final String INCOMPLETE = "＊";
    private static final Bilingual INDICATOR = new Bilingual("指标", "Indicator");

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(new Paragraph(new Bilingual(
                "下列数据由各填报单位已受理的月报逐月汇总。存量（期末数）取最后一个月的月末数，当期数各月相加，资金为本年累计。",
                "The figures are rolled up month by month from the accepted returns of the reporting units. A stock is the last month's, "
                        + "what happens within a month is added up, money is the year to date.")));
        for (var figures : report.figures()) {
            blocks.add(ofProvince(figures));
            blocks.add(yearOfUnits(figures));
            blocks.addAll(gaps(figures));
        }
        blocks.addAll(changedSince());
        return blocks;
    }

    /** A table for each sender that filed, and the others by name, for the end of the report. */
    List<Block> months() {
        var blocks = new ArrayList<Block>();
        for (var figures : report.figures()) {
            var filed = figures.units().stream()
                    .filter(line -> !line.months().isEmpty())
                    .toList();
            filed.forEach(line -> blocks.add(byMonth(figures, line, false)));
            if (filed.size() < figures.units().size()) {
                blocks.add(nothing(figures));
            }
        }
        return blocks;
    }

    private static Block nothing(YearFigures figures) {
        var names = Words.names(figures.units().stream()
                .filter(line -> line.months().isEmpty())
                .map(Line::unit)
                .toList());
        return new Note(new Bilingual("没有任何月份报表的单位：" + names + "。", "Without a return of any month: " + names + "."));
    }

    private Grid ofProvince(YearFigures figures) {
        return byMonth(figures, figures.province(), true);
    }

    private Grid byMonth(YearFigures figures, Line line, boolean province) {
        var columns = new ArrayList<Column>();
        columns.add(Words.text(INDICATOR, 40));
        figures.months().forEach(month -> columns.add(Words.number(Words.month(month), 12)));
        columns.add(Words.number(year(), 13));
        var rows = figures.form().indicators().stream()
                .map(indicator -> byMonth(figures, line, indicator, province))
                .toList();
        var name = line.unit().name();
        var caption = new Bilingual(name + "分月数据", name + ", by month");
        return new Grid(caption, columns, rows);
    }

    private Bilingual year() {
        return report.isWhole() ? new Bilingual("全年", "Year") : new Bilingual("累计", "So far");
    }

    private Row byMonth(YearFigures figures, Line line, Indicator indicator, boolean province) {
        var cells = new ArrayList<Bilingual>();
        cells.add(named(indicator));
        for (var month : figures.months()) {
            var amount = line.of(month, indicator.number());
            var incomplete = province && figures.gaps().containsKey(month);
            cells.add(printed(indicator, amount, List.of(month), incomplete));
        }
        cells.add(year(figures, line, indicator, province));
        return new Row(cells, false);
    }

    /** A stock is the last month's, whoever was missing before; what is added up lacks every month that is missing. */
    private Bilingual year(YearFigures figures, Line line, Indicator indicator, boolean province) {
        var asOfTheEnd = YearFigures.isAsOfTheEnd(indicator);
        var incomplete = province
                ? figures.isIncomplete(indicator)
                : !asOfTheEnd && !line.missing().isEmpty();
        var asked = asOfTheEnd ? List.of(figures.months().getLast()) : line.missing();
        return printed(indicator, line.year().find(indicator.number()), asked, incomplete);
    }

    /** @param asked the months of which one at least is missing where there is no amount */
    private Bilingual printed(Indicator indicator, Optional<Long> amount, List<Period> asked, boolean incomplete) {
        return amount.map(one -> Words.same(indicator.unit().print(one) + (incomplete ? INCOMPLETE : "")))
                .orElseGet(() -> asked.stream().anyMatch(this::isOver) ? Words.GAP : Words.NOT_DUE);
    }

    private boolean isOver(Period month) {
        return report.arrivals().stream().anyMatch(one -> one.period().equals(month) && one.over());
    }

    static Bilingual named(Indicator indicator) {
        var label = indicator.label();
        return new Bilingual(
                "%d %s（%s）"
                        .formatted(
                                indicator.number(), label.zh(), indicator.unit().printed()),
                "%d %s (%s)"
                        .formatted(
                                indicator.number(), label.en(), indicator.unit().printed()));
    }

    private Grid yearOfUnits(YearFigures figures) {
        var columns = new ArrayList<Column>();
        columns.add(Words.text(Words.UNIT, 13));
        figures.form().indicators().forEach(indicator -> columns.add(Words.number(named(indicator), 12)));
        columns.add(Words.text(new Bilingual("缺报月份", "Months missing"), 13));
        var rows = Stream.concat(
                        figures.units().stream().map(line -> year(figures, line, false)),
                        Stream.of(year(figures, figures.province(), true)))
                .toList();
        return new Grid(new Bilingual("各单位全年数据", "The year by reporting unit"), columns, rows);
    }

    private Row year(YearFigures figures, Line line, boolean province) {
        var cells = new ArrayList<Bilingual>();
        cells.add(province ? Words.PROVINCE : Words.unit(line.unit()));
        figures.form().indicators().forEach(indicator -> cells.add(year(figures, line, indicator, province)));
        var missing = line.missing().stream().filter(this::isOver).toList();
        cells.add(Words.months(missing));
        return new Row(cells, province);
    }

    private List<Block> gaps(YearFigures figures) {
        var blocks = new ArrayList<Block>();
        figures.gaps().forEach((month, units) -> blocks.add(gap(month, names(figures, units))));
        if (!figures.roundedAmounts().isEmpty()) {
            var names = Words.names(figures.roundedAmounts());
            blocks.add(new Note(new Bilingual(
                    names + "的资金数按万元两位小数报送，全省数由所报数相加。",
                    "The money of %s came in 万元 with two decimals; what they filed is what is summed."
                            .formatted(names))));
        }
        return blocks;
    }

    private static Bilingual names(YearFigures figures, List<ReportingUnit> units) {
        return units.size() == figures.units().size()
                ? new Bilingual("全部填报单位", "every reporting unit")
                : Words.same(Words.names(units));
    }

    private Block gap(Period month, Bilingual names) {
        var head = INCOMPLETE + month;
        return new Note(
                isOver(month)
                        ? new Bilingual(
                                head + " 缺报：" + names.zh() + "；未计入，也不作零。",
                                head + " has gaps: " + names.en()
                                        + "; they are not counted, and zero is not said of them.")
                        : new Bilingual(
                                head + " 尚未到期，未报：" + names.zh() + "。",
                                head + " is not due yet; to come: " + names.en() + "."));
    }

    private List<Block> changedSince() {
        if (report.changedSince().isEmpty()) {
            return List.of();
        }
        var months = Words.months(report.changedSince());
        return List.of(new Note(new Bilingual(
                "下列月份报部以后数据有变化、尚未更正上报：" + months.zh() + "。本报告用现行数据。",
                "Figures of these months have changed since the ministry got them, and no correction was filed yet: "
                        + months.en() + ". This report has the figures that stand.")));
    }
}
