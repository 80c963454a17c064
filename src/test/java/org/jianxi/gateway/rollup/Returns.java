package org.jianxi.gateway.rollup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.Measure;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.SheetLayout;
import org.jianxi.gateway.forms.Unit;

/** Invented returns under invented forms: the last indicator is money, all others are heads. */
final class Returns {

    static final Period PERIOD = Period.of("2023-06");
    static final Digest DIGEST = new Digest("0".repeat(64));
    static final ReportingUnits UNITS = new ReportingUnits(
            List.of(unit("530100", "昆明市"), unit("530300", "曲靖市"), unit("532300", "楚雄州"), unit("539900", "省本级")));

    private Returns() {}

    static ReportingUnit unit(String code, String name) {
        return new ReportingUnit(new Sender(code), name);
    }

    /** A form of {@code size} indicators; code that knows how many there are fails on some size. */
    static ReturnForm form(int size) {
        var indicators = IntStream.rangeClosed(1, size)
                .mapToObj(number -> indicator(number, number == size ? Unit.TEN_THOUSAND_YUAN : Unit.PEOPLE))
                .toList();
        var layout = new SheetLayout("汇总表", List.of(), Map.of(), 6, 7, Map.of());
        return new ReturnForm(
                "TEST-" + size,
                new Bilingual("测试表", "test form"),
                "测试〔2023〕1号",
                Period.of("2023-01"),
                Optional.empty(),
                Optional.empty(),
                indicators,
                List.of(),
                List.of(),
                layout,
                DIGEST);
    }

    private static Indicator indicator(int number, Unit unit) {
        var label = new Bilingual("指标" + number, "indicator " + number);
        return new Indicator(number, label, List.of(), unit, Measure.FLOW, Optional.empty(), label, "注" + number);
    }

    /** Every figure {@code amount}. */
    static Figures figures(ReturnForm form, long amount) {
        var amounts = new TreeMap<Integer, Long>();
        form.numbers().forEach(number -> amounts.put(number, amount));
        return new Figures(amounts);
    }

    static Contribution contribution(ReturnForm form, String sender, int revision, Figures figures) {
        var content = new MonthlyReturn(form.id(), PERIOD, new Sender(sender), revision, figures, List.of());
        var places = Map.of(1, Place.cell("汇总表", "B7"));
        return new Contribution(
                content, new Origin(sender + "-" + revision, DIGEST, Optional.of((long) revision), places));
    }
}
