package org.jianxi.gateway.console.office;

import java.util.Optional;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.JumpThresholds.Threshold;
import org.jianxi.gateway.rollup.Movement;

/**
 * An earlier figure beside a later one, as the form prints it.
 *
 * @param change with its sign, and in brackets per cent; empty where there is nothing to compare
 * @param jump whether somebody should be asked why
 */
public record Beside(String figure, String change, boolean jump) {

    /** Empty where there is no earlier figure. */
    static Optional<Beside> of(
            Indicator indicator, Optional<Long> now, Optional<Figures> earlier, Threshold threshold) {
        return earlier.flatMap(figures -> figures.find(indicator.number())).map(before -> {
            var moved = now.map(amount -> new Movement(before, amount));
            return new Beside(
                    indicator.unit().print(before),
                    moved.map(one -> change(indicator, one)).orElse(""),
                    moved.filter(one -> one.isJump(threshold)).isPresent());
        });
    }

    private static String change(Indicator indicator, Movement moved) {
        var sign = moved.by() > 0 ? "+" : "";
        var share = moved.percent()
                .map(percent -> " (" + sign + percent.toPlainString() + "%)")
                .orElse("");
        return sign + indicator.unit().print(moved.by()) + share;
    }
}
