package org.jianxi.gateway.console.office;

import java.util.Optional;
import java.util.function.Function;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.JumpThresholds.Threshold;
import org.jianxi.gateway.forms.Measure;
import org.jianxi.gateway.rollup.Movement;

/**
 * An earlier figure beside a later one, as the form prints it.
 *
 * @param change with its sign, and in brackets per cent; empty where there is nothing to compare
 * @param asks what somebody should be asked about it
 */
public record Beside(String figure, String change, Asks asks) {

    /** A question on a page: it refuses nothing and locks nothing. */
    public enum Asks {
        NOTHING,
        /** Why the figure moved so far. */
        WHY,
        /** Whether the zero is meant. */
        WHETHER_ZERO
    }

    /** Beside last month's figure; empty where there is none. What is counted from January has nothing to answer for in January. */
    static Optional<Beside> lastMonth(
            Indicator indicator,
            Optional<Long> now,
            Optional<Figures> earlier,
            Optional<Period> month,
            Threshold limit) {
        var startsAnew = indicator.measure() == Measure.YEAR_TO_DATE
                && month.filter(Period::isJanuary).isPresent();
        return of(indicator, now, earlier, moved -> startsAnew ? Asks.NOTHING : asks(moved, limit));
    }

    /** Beside the figure of the same month a year before; empty where there is none. */
    static Optional<Beside> lastYear(
            Indicator indicator, Optional<Long> now, Optional<Figures> earlier, Threshold limit) {
        return of(indicator, now, earlier, moved -> moved.isJump(limit) ? Asks.WHY : Asks.NOTHING);
    }

    /** The same figures, about which nobody is asked. */
    Beside unasked() {
        return new Beside(figure, change, Asks.NOTHING);
    }

    public boolean isAsked() {
        return asks != Asks.NOTHING;
    }

    public boolean isZero() {
        return asks == Asks.WHETHER_ZERO;
    }

    private static Optional<Beside> of(
            Indicator indicator, Optional<Long> now, Optional<Figures> earlier, Function<Movement, Asks> question) {
        return earlier.flatMap(figures -> figures.find(indicator.number())).map(before -> {
            var moved = now.map(amount -> new Movement(before, amount));
            return new Beside(
                    indicator.unit().print(before),
                    moved.map(one -> change(indicator, one)).orElse(""),
                    moved.map(question).orElse(Asks.NOTHING));
        });
    }

    private static Asks asks(Movement moved, Threshold limit) {
        if (moved.isNewZero(limit)) {
            return Asks.WHETHER_ZERO;
        }
        return moved.isJump(limit) ? Asks.WHY : Asks.NOTHING;
    }

    private static String change(Indicator indicator, Movement moved) {
        var sign = moved.by() > 0 ? "+" : "";
        var share = moved.percent()
                .map(percent -> " (" + sign + percent.toPlainString() + "%)")
                .orElse("");
        return sign + indicator.unit().print(moved.by()) + share;
    }
}
