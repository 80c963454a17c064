package org.jianxi.gateway.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jianxi.gateway.forms.JumpThresholds.Threshold;
import org.junit.jupiter.api.Test;

/** Figures beside earlier ones. */
class MovementTest {

    private static final Threshold THIRTY_PERCENT_AND_TEN = new Threshold(new BigDecimal("30"), 10, 5);

    @Test
    void aShareIsRoundedHalfUpToATenthAndAfterAZeroThereIsNone() {
        assertThat(new Movement(8, 9).percent()).contains(new BigDecimal("12.5"));
        assertThat(new Movement(3, 2).percent()).contains(new BigDecimal("-33.3"));
        assertThat(new Movement(0, 7).percent()).isEmpty();
        assertThat(new Movement(0, 0).by()).isZero();
    }

    @Test
    void aJumpIsLargeInItsShareAndInItself() {
        assertThat(new Movement(100, 130).isJump(THIRTY_PERCENT_AND_TEN)).isTrue();
        assertThat(new Movement(100, 70).isJump(THIRTY_PERCENT_AND_TEN)).isTrue();
        assertThat(new Movement(100, 129).isJump(THIRTY_PERCENT_AND_TEN)).isFalse();
        assertThat(new Movement(2, 4).isJump(THIRTY_PERCENT_AND_TEN))
                .as("two more heads")
                .isFalse();
        assertThat(new Movement(0, 10).isJump(THIRTY_PERCENT_AND_TEN)).isTrue();
        assertThat(new Movement(0, 9).isJump(THIRTY_PERCENT_AND_TEN)).isFalse();
    }

    @Test
    void aZeroIsAskedAboutWhereTheFigureBeforeItWasSomething() {
        assertThat(new Movement(5, 0).isNewZero(THIRTY_PERCENT_AND_TEN)).isTrue();
        assertThat(new Movement(4, 0).isNewZero(THIRTY_PERCENT_AND_TEN)).isFalse();
        assertThat(new Movement(0, 0).isNewZero(THIRTY_PERCENT_AND_TEN)).isFalse();
        assertThat(new Movement(500, 1).isNewZero(THIRTY_PERCENT_AND_TEN)).isFalse();
    }

    @Property
    void thereAndBackIsNothing(
            @ForAll @LongRange(min = 0, max = 999_999_999) long one,
            @ForAll @LongRange(min = 0, max = 999_999_999) long other) {
        assertThat(new Movement(one, other).by() + new Movement(other, one).by())
                .isZero();
        assertThat(new Movement(one, one).isJump(THIRTY_PERCENT_AND_TEN)).isFalse();
    }
}
