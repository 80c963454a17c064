package org.jianxi.gateway.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jianxi.gateway.rollup.Returns.PERIOD;
import static org.jianxi.gateway.rollup.Returns.UNITS;
import static org.jianxi.gateway.rollup.Returns.contribution;
import static org.jianxi.gateway.rollup.Returns.figures;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Explanation;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.ReturnForm;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final ReturnForm FORM = Returns.form(2);
    private static final Sender KUNMING = new Sender("530100");
    private static final Sender QUJING = new Sender("530300");

    private final Contribution kunming = contribution(FORM, "530100", 1, figures(FORM, 10));

    @Test
    void aCorrectedFigureIsOneCellAndOneOfTheProvinces() {
        var corrected = contribution(FORM, "530100", 2, figures(FORM, 10).with(1, 12));

        var difference = difference(List.of(kunming), List.of(corrected));

        assertThat(difference.changes())
                .containsExactly(new SenderChange(KUNMING, Optional.of(kunming), Optional.of(corrected)));
        assertThat(difference.changes().getFirst().cells())
                .containsExactly(new CellChange(1, Optional.of(10L), Optional.of(12L)));
        assertThat(difference.totalChanges()).containsExactly(new TotalChange(1, 10, 12, List.of(KUNMING)));
    }

    @Test
    void aLateUnitTurnsAGapIntoFiguresItsZerosIncluded() {
        var late = contribution(FORM, "530300", 1, figures(FORM, 0).with(1, 5));

        var difference = difference(List.of(kunming), List.of(kunming, late));

        var change = difference.changes().getFirst();
        assertThat(change.closesGap()).isTrue();
        assertThat(change.cells())
                .containsExactly(
                        new CellChange(1, Optional.empty(), Optional.of(5L)),
                        new CellChange(2, Optional.empty(), Optional.of(0L)));
        assertThat(difference.totalChanges()).containsExactly(new TotalChange(1, 10, 15, List.of(QUJING)));
    }

    @Test
    void twoChangesThatCancelLeaveTheProvinceAsItWas() {
        var qujing = contribution(FORM, "530300", 1, figures(FORM, 10));
        var more = contribution(FORM, "530100", 2, figures(FORM, 10).with(1, 13));
        var less = contribution(FORM, "530300", 2, figures(FORM, 10).with(1, 7));

        var difference = difference(List.of(kunming, qujing), List.of(more, less));

        assertThat(difference.changes()).hasSize(2);
        assertThat(difference.totalChanges()).isEmpty();
        assertThat(difference.isVisible()).isTrue();
    }

    @Test
    void theSameFiguresInAnotherSubmissionAreADifferenceThatNobodySees() {
        var again = contribution(FORM, "530100", 2, figures(FORM, 10));

        var difference = difference(List.of(kunming), List.of(again));

        assertThat(difference.isEmpty()).isFalse();
        assertThat(difference.isVisible()).isFalse();
    }

    @Test
    void anExplanationAloneIsADifferenceThatAReaderSees() {
        var said = new Explanation("B-13", "上月漏报");
        var content = kunming.content();
        var explained = new Contribution(
                new MonthlyReturn(content.form(), content.period(), KUNMING, 2, content.figures(), List.of(said)),
                kunming.origin());

        var difference = difference(List.of(kunming), List.of(explained));

        assertThat(difference.isVisible()).isTrue();
        assertThat(difference.changes().getFirst().explanationsAdded()).containsExactly(said);
        assertThat(difference.changes().getFirst().explanationsDropped()).isEmpty();
        assertThat(difference.totalChanges()).isEmpty();
    }

    @Test
    void twoMonthsHaveNoDifference() {
        var june = Rollup.of(FORM, PERIOD, UNITS, List.of());
        var july = Rollup.of(FORM, Period.of("2023-07"), UNITS, List.of());

        assertThatThrownBy(() -> Difference.between(june, july, UNITS)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Difference difference(List<Contribution> before, List<Contribution> after) {
        return Difference.between(Rollup.of(FORM, PERIOD, UNITS, before), Rollup.of(FORM, PERIOD, UNITS, after), UNITS);
    }
}
