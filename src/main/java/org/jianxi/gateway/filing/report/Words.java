package org.jianxi.gateway.filing.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.filing.report.Block.Column;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.rollup.CellChange;

/** The small words that every part of the report uses. */
final class Words {

    static final Bilingual NOTHING = same("");
    static final Bilingual GAP = new Bilingual("缺报", "gap");
    static final Bilingual NOT_DUE = new Bilingual("未到期", "not due");
    static final Bilingual UNIT = new Bilingual("填报单位", "Reporting unit");
    static final Bilingual PROVINCE = new Bilingual("全省", "Province");
    static final Bilingual MONTH = new Bilingual("月份", "Month");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter IN_YEAR = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private Words() {}

    /** Numbers, dates and names are the same in both languages. */
    static Bilingual same(String text) {
        return new Bilingual(text, text);
    }

    static Bilingual same(long number) {
        return same(Long.toString(number));
    }

    static Bilingual joined(Bilingual one, Bilingual other) {
        return new Bilingual(one.zh() + other.zh(), one.en() + " " + other.en());
    }

    static Bilingual unit(ReportingUnit unit) {
        return same(unit.name());
    }

    static Bilingual month(Period period) {
        return new Bilingual(number(period) + "月", period.toString());
    }

    static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }

    /** Without the year, for narrow columns. */
    static String inYear(Instant at, ZoneId zone) {
        return IN_YEAR.format(at.atZone(zone));
    }

    static Bilingual day(LocalDate day) {
        return same(day.toString());
    }

    static Column text(Bilingual head, int weight) {
        return new Column(head, weight, false);
    }

    static Column number(Bilingual head, int weight) {
        return new Column(head, weight, true);
    }

    static String names(List<ReportingUnit> units) {
        return units.stream().map(ReportingUnit::name).collect(Collectors.joining("、"));
    }

    /** Months of one year, in their order, those that follow each other as a span: {@code 1月、3—6月}. */
    static Bilingual months(List<Period> months) {
        var zh = new ArrayList<String>();
        var en = new ArrayList<String>();
        for (var at = 0; at < months.size(); at++) {
            var first = months.get(at);
            while (at + 1 < months.size()
                    && months.get(at + 1).equals(months.get(at).next())) {
                at++;
            }
            var last = months.get(at);
            zh.add(number(first) + (first.equals(last) ? "月" : "—" + number(last) + "月"));
            en.add(first + (first.equals(last) ? "" : " to " + last));
        }
        return new Bilingual(String.join("、", zh), String.join(", ", en));
    }

    private static int number(Period period) {
        return period.month().getMonthValue();
    }

    /** A cell's change as {@code 13：3127→3130}. */
    static Bilingual change(ReturnForm form, CellChange cell) {
        var indicator = form.indicator(cell.indicator());
        return moved(indicator, amount(indicator, cell.before()), amount(indicator, cell.after()));
    }

    static Bilingual moved(Indicator indicator, Bilingual before, Bilingual after) {
        return new Bilingual(
                "%d：%s→%s".formatted(indicator.number(), before.zh(), after.zh()),
                "%d: %s → %s".formatted(indicator.number(), before.en(), after.en()));
    }

    static Bilingual amount(Indicator indicator, Optional<Long> amount) {
        return amount.map(one -> same(indicator.unit().printExact(one))).orElse(GAP);
    }

    static Bilingual list(List<Bilingual> all) {
        return new Bilingual(
                all.stream().map(Bilingual::zh).collect(Collectors.joining("；")),
                all.stream().map(Bilingual::en).collect(Collectors.joining("; ")));
    }
}
