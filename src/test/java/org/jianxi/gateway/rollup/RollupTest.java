package org.jianxi.gateway.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jianxi.gateway.rollup.Returns.PERIOD;
import static org.jianxi.gateway.rollup.Returns.UNITS;
import static org.jianxi.gateway.rollup.Returns.contribution;
import static org.jianxi.gateway.rollup.Returns.figures;
import static org.jianxi.gateway.rollup.Returns.unit;

import java.util.List;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.ReturnForm;
import org.junit.jupiter.api.Test;

class RollupTest {

    private static final ReturnForm FORM = Returns.form(14);

    @Test
    void sumsFenAndPrintsTenThousandYuanOnce() {
        // 0.004 万元 each is 40.00 yuan: two printed 0.00 would make 0.00, the sum of fen makes 0.01.
        var result = Rollup.of(
                FORM,
                PERIOD,
                UNITS,
                List.of(
                        contribution(FORM, "530100", 1, figures(FORM, 1).with(14, 4000)),
                        contribution(FORM, "530300", 1, figures(FORM, 2).with(14, 4000))));

        assertThat(result.totals()).isEqualTo(figures(FORM, 3).with(14, 8000));
        assertThat(FORM.print(14, result.totals().of(14))).isEqualTo("0.01");
    }

    @Test
    void aMissingSenderIsAGapInTheOrderOfTheNotice() {
        var result = Rollup.of(FORM, PERIOD, UNITS, List.of(contribution(FORM, "532300", 1, figures(FORM, 5))));

        assertThat(result.gaps()).containsExactly(unit("530100", "昆明市"), unit("530300", "曲靖市"), unit("539900", "省本级"));
        assertThat(result.isComplete()).isFalse();
        assertThat(result.contributions()).extracting(Contribution::sender).containsExactly(new Sender("532300"));
    }

    @Test
    void aReturnOfZerosIsNoGap() {
        var result = Rollup.of(FORM, PERIOD, UNITS, List.of(contribution(FORM, "530100", 1, figures(FORM, 0))));

        assertThat(result.gaps()).extracting(gap -> gap.sender().code()).doesNotContain("530100");
        assertThat(result.roundedAmounts()).isEmpty();
    }

    @Test
    void theHigherRevisionCounts() {
        var first = contribution(FORM, "530100", 1, figures(FORM, 7));
        var second = contribution(FORM, "530100", 2, figures(FORM, 9));

        assertThat(Rollup.of(FORM, PERIOD, UNITS, List.of(second, first)))
                .isEqualTo(Rollup.of(FORM, PERIOD, UNITS, List.of(second)));
    }

    @Test
    void twoReturnsOfOneRevisionAreAnErrorThoughTheyAgree() {
        var one = contribution(FORM, "530100", 1, figures(FORM, 7));

        assertThatThrownBy(() -> Rollup.of(FORM, PERIOD, UNITS, List.of(one, one)))
                .isInstanceOf(CannotAddUp.class)
                .hasMessage("two returns of 530100 are both revision 1");
    }

    @Test
    void everyMisfitIsNamedAtOnce() {
        var other = Returns.form(15);
        var stranger = contribution(FORM, "110000", 1, figures(FORM, 1));
        var edition = contribution(other, "530300", 1, figures(other, 1));
        var half = contribution(FORM, "532300", 1, figures(Returns.form(13), 1));
        var may = new Contribution(
                mayReturn(), contribution(FORM, "530100", 3, figures(FORM, 1)).origin());

        assertThatThrownBy(() -> Rollup.of(FORM, PERIOD, UNITS, List.of(stranger, edition, half, may)))
                .hasMessage("110000-1: is of 110000, which owes no return; "
                        + "530100-3: is of 2023-05, not of 2023-06; "
                        + "530300-1: has other indicators than TEST-14; "
                        + "532300-1: has other indicators than TEST-14");
    }

    private static MonthlyReturn mayReturn() {
        return new MonthlyReturn(FORM.id(), PERIOD.previous(), new Sender("530100"), 3, figures(FORM, 1), List.of());
    }

    @Test
    void anAmountInWholeHundredYuanIsSaidToBeRounded() {
        var result = Rollup.of(
                FORM,
                PERIOD,
                UNITS,
                List.of(
                        contribution(FORM, "530100", 1, figures(FORM, 1).with(14, 18_735_000_000L)),
                        contribution(FORM, "530300", 1, figures(FORM, 1).with(14, 18_735_000_001L))));

        assertThat(result.roundedAmounts()).containsExactly(unit("530100", "昆明市"));
    }

    @Test
    void aCellLeadsDownToSubmissionRevisionAndSourceCell() {
        var kunming = contribution(FORM, "530100", 2, figures(FORM, 7));
        var result = Rollup.of(FORM, PERIOD, UNITS, List.of(kunming));

        var lineage = result.lineageOf(1);

        assertThat(lineage)
                .isEqualTo(new Lineage(1, 7, List.of(new Lineage.Part(new Sender("530100"), 2, 7, kunming.origin()))));
        assertThat(lineage.placeOf(lineage.parts().getFirst()))
                .isEqualTo(Place.cell("汇总表", "B7").forIndicator(1));
        assertThat(result.lineageOf(2).placeOf(lineage.parts().getFirst())).isEqualTo(Place.indicator(2));
    }
}
