package org.jianxi.gateway.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jianxi.gateway.forms.JumpThresholds;

/**
 * One figure beside an earlier one of the same sender, in smallest parts.
 *
 * @param before the earlier figure
 * @param now this month's
 */
public record Movement(long before, long now) {

    private static final int TENTHS = 1;

    /** Below nothing where it fell. */
    public long by() {
        return Math.subtractExact(now, before);
    }

    /** In per cent with one decimal, HALF_UP; empty after a zero, of which there is no share. */
    public Optional<BigDecimal> percent() {
        return before == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(by())
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(before), TENTHS, RoundingMode.HALF_UP));
    }

    /** Whether nothing is left of what was something: a zero is a figure, and somebody is asked whether it is meant. */
    public boolean isNewZero(JumpThresholds.Threshold threshold) {
        return now == 0 && before >= threshold.zeroAfter();
    }

    /** Whether it is so large that somebody is asked why. */
    public boolean isJump(JumpThresholds.Threshold threshold) {
        return Math.abs((double) by()) >= threshold.least()
                && percent()
                        .map(share -> share.abs().compareTo(threshold.percent()) >= 0)
                        .orElse(true);
    }
}
