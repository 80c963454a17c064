package org.jianxi.gateway.console.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianxi.gateway.forms.Returns.FORM;
import static org.jianxi.gateway.forms.Returns.figures;

import java.nio.file.Path;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.console.office.Beside.Asks;
import org.jianxi.gateway.forms.JumpThresholds;
import org.junit.jupiter.api.Test;

/** What the pages ask about a figure that stands beside an earlier one (填报说明5 and 6: 14 is counted from January, the others are not). */
class BesideTest {

    private static final JumpThresholds JUMPS = JumpThresholds.load(Path.of(""));
    private static final Period JUNE = Period.of("2023-06");

    @Test
    void aZeroAfterAFigureIsAskedAboutHoweverSmallTheFigureWas() {
        assertThat(lastMonth(12, 21, 0, JUNE)).isEqualTo(new Beside("21", "-21 (-100.0%)", Asks.WHETHER_ZERO));
        assertThat(lastMonth(12, 1, 0, JUNE).asks()).isEqualTo(Asks.WHETHER_ZERO);
        assertThat(lastMonth(14, 100, 0, JUNE).asks()).as("one yuan in fen").isEqualTo(Asks.WHETHER_ZERO);
    }

    @Test
    void aZeroAfterAZeroIsNot() {
        assertThat(lastMonth(12, 0, 0, JUNE).asks()).isEqualTo(Asks.NOTHING);
    }

    @Test
    void aZeroThatStoodTheSameMonthLastYearAsAFewIsNot() {
        var indicator = FORM.indicator(12);
        var before = Optional.of(figures().with(12, 21));

        assertThat(Beside.lastYear(indicator, Optional.of(0L), before, JUMPS.of(indicator.unit())))
                .hasValueSatisfying(one -> assertThat(one.asks()).isEqualTo(Asks.NOTHING));
    }

    @Test
    void aFigureThatMovedFarIsAskedWhy() {
        assertThat(lastMonth(6, 640, 64, JUNE).asks()).isEqualTo(Asks.WHY);
        assertThat(lastMonth(6, 640, 639, JUNE).asks()).isEqualTo(Asks.NOTHING);
    }

    @Test
    void moneyStartsAnewInJanuaryAndTheOthersDoNot() {
        assertThat(lastMonth(14, 1_873_500_000L, 0, Period.of("2024-01")).asks())
                .isEqualTo(Asks.NOTHING);
        assertThat(lastMonth(14, 1_873_500_000L, 0, Period.of("2024-02")).asks())
                .isEqualTo(Asks.WHETHER_ZERO);
        assertThat(lastMonth(13, 3127, 0, Period.of("2024-01")).asks()).isEqualTo(Asks.WHETHER_ZERO);
    }

    private static Beside lastMonth(int number, long before, long now, Period month) {
        var indicator = FORM.indicator(number);
        var earlier = Optional.of(figures().with(number, before));
        return Beside.lastMonth(indicator, Optional.of(now), earlier, Optional.of(month), JUMPS.of(indicator.unit()))
                .orElseThrow();
    }
}
