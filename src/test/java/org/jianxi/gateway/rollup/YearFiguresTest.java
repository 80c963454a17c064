package org.jianxi.gateway.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianxi.gateway.rollup.Returns.DIGEST;
import static org.jianxi.gateway.rollup.Returns.UNITS;
import static org.jianxi.gateway.rollup.Returns.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.Measure;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.SheetLayout;
import org.jianxi.gateway.forms.Unit;
import org.jianxi.gateway.rollup.YearFigures.Line;
import org.jianxi.gateway.rollup.YearFigures.OfMonth;
import org.junit.jupiter.api.Test;

/** 本期 is the month alone [note 6], stocks are month-end stocks, money accumulates: what twelve of them come to. */
class YearFiguresTest {

    private static final ReportingUnit PROVINCE = unit("530000", "云南省");
    private static final Sender KUNMING = new Sender("530100");
    private static final Sender QUJING = new Sender("530300");

    /** 1 a stock, 2 a flow, 3 a plan, 4 money of the year to date. */
    private static final ReturnForm FORM = form("ONE", Measure.STOCK, Measure.FLOW, Measure.PLAN, Measure.YEAR_TO_DATE);

    @Test
    void stocksAndMoneyAreTheLastMonthsAndFlowsAndPlansAreAddedUp() {
        var year = one(List.of(
                month(FORM, 1, Map.of(KUNMING, figures(10, 3, 5, 100))),
                month(FORM, 2, Map.of(KUNMING, figures(12, 4, 6, 250)))));

        assertThat(lineOf(year, KUNMING).year()).isEqualTo(figures(12, 7, 11, 250));
        assertThat(year.province().year()).isEqualTo(figures(12, 7, 11, 250));
    }

    @Test
    void whoMissesTheLastMonthHasNoStockAndNoMoneyAndOfNobodyIsZeroSaid() {
        var year = one(List.of(
                month(FORM, 1, Map.of(KUNMING, figures(10, 3, 5, 100), QUJING, figures(1, 1, 1, 1))),
                month(FORM, 2, Map.of(KUNMING, figures(12, 4, 6, 250)))));

        assertThat(lineOf(year, QUJING).year()).isEqualTo(Figures.of(Map.of(2, 1L, 3, 1L)));
        assertThat(lineOf(year, QUJING).missing()).containsExactly(Period.of("2023-02"));
        assertThat(year.units().get(2).year()).isEqualTo(Figures.NONE);
        assertThat(year.gaps().get(Period.of("2023-02"))).hasSize(3);
        assertThat(year.isIncomplete(FORM.indicator(1))).isTrue();
    }

    @Test
    void aMonthThatNobodyFiledIsNoZeroOfTheProvince() {
        var year = one(List.of(month(FORM, 1, Map.of(KUNMING, figures(10, 3, 5, 100))), month(FORM, 2, Map.of())));

        assertThat(year.province().missing()).containsExactly(Period.of("2023-02"));
        assertThat(year.province().year()).isEqualTo(Figures.of(Map.of(2, 3L, 3, 5L)));
    }

    @Test
    void whatIsCountedOtherwiseIsNotAddedUp() {
        var same = form("TWO", Measure.STOCK, Measure.FLOW, Measure.PLAN, Measure.YEAR_TO_DATE);
        var other = form("THREE", Measure.STOCK, Measure.STOCK, Measure.PLAN, Measure.YEAR_TO_DATE);
        var years = YearFigures.of(
                List.of(
                        month(FORM, 1, Map.of(KUNMING, figures(10, 3, 5, 100))),
                        month(same, 2, Map.of(KUNMING, figures(10, 3, 5, 100))),
                        month(other, 3, Map.of(KUNMING, figures(10, 3, 5, 100)))),
                UNITS,
                PROVINCE);

        assertThat(years).extracting(year -> year.form().id()).containsExactly("TWO", "THREE");
        assertThat(years.getFirst().province().year().of(2)).isEqualTo(6);
    }

    @Property(tries = 100)
    void theProvincesYearIsTheSumOfItsSenders(@ForAll long seed) {
        var random = new Random(seed);
        var months = new ArrayList<OfMonth>();
        for (var number = 1; number <= 3; number++) {
            var said = new TreeMap<Sender, Figures>();
            UNITS.senders().stream()
                    .filter(sender -> random.nextBoolean())
                    .forEach(sender ->
                            said.put(sender, figures(random.nextInt(9), random.nextInt(9), 1, random.nextInt(9))));
            months.add(month(FORM, number, said));
        }
        var year = one(months);

        for (var indicator : FORM.numbers()) {
            var sum = year.units().stream()
                    .map(line -> line.year().find(indicator))
                    .flatMap(Optional::stream)
                    .reduce(Math::addExact);
            assertThat(year.province().year().find(indicator)).isEqualTo(sum);
        }
    }

    private static YearFigures one(List<OfMonth> months) {
        return YearFigures.of(months, UNITS, PROVINCE).getFirst();
    }

    private static Line lineOf(YearFigures year, Sender sender) {
        return year.units().stream()
                .filter(line -> line.unit().sender().equals(sender))
                .findFirst()
                .orElseThrow();
    }

    private static Figures figures(long stock, long flow, long plan, long money) {
        return Figures.of(Map.of(1, stock, 2, flow, 3, plan, 4, money));
    }

    private static OfMonth month(ReturnForm form, int number, Map<Sender, Figures> said) {
        var period = Period.of("2023-%02d".formatted(number));
        var contributions = said.entrySet().stream()
                .map(one -> new Contribution(
                        new MonthlyReturn(form.id(), period, one.getKey(), 1, one.getValue(), List.of()),
                        new Origin(period + "-" + one.getKey(), DIGEST, Optional.of(1L), Map.of())))
                .toList();
        return new OfMonth(form, Rollup.of(form, period, UNITS, contributions));
    }

    private static ReturnForm form(String id, Measure... measures) {
        var indicators = IntStream.rangeClosed(1, measures.length)
                .mapToObj(number -> {
                    var label = new Bilingual("指标" + number, "indicator " + number);
                    var unit = number == measures.length ? Unit.TEN_THOUSAND_YUAN : Unit.PEOPLE;
                    return new Indicator(
                            number,
                            label,
                            List.of(),
                            unit,
                            measures[number - 1],
                            Optional.empty(),
                            label,
                            "注" + number);
                })
                .toList();
        return new ReturnForm(
                id,
                new Bilingual("测试表", "test form"),
                "测试〔2023〕1号",
                Period.of("2023-01"),
                Optional.empty(),
                Optional.empty(),
                indicators,
                List.of(),
                List.of(),
                new SheetLayout("汇总表", List.of(), Map.of(), 6, 7, Map.of()),
                DIGEST);
    }
}
