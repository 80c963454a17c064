package org.jianxi.gateway.rollup;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jianxi.gateway.canonical.Figures;

/**
 * One cell before and after, in smallest parts.
 *
 * @param before empty where the sender was a gap
 * @param after empty where it has become one
 */
public record CellChange(int indicator, Optional<Long> before, Optional<Long> after) {

    /** The cells that differ, by indicator. Where a gap became figures every cell does, its zeros too. */
    public static List<CellChange> between(Figures then, Figures now) {
        var indicators = new TreeSet<>(then.indicators());
        indicators.addAll(now.indicators());
        return indicators.stream()
                .map(number -> new CellChange(number, then.find(number), now.find(number)))
                .filter(cell -> !cell.before().equals(cell.after()))
                .toList();
    }

    /** What the change adds to the sum of its column: a gap adds nothing to it, without being a zero. */
    public long by() {
        return Math.subtractExact(after.orElse(0L), before.orElse(0L));
    }
}
