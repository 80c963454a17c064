package org.jianxi.gateway.rollup;

import java.util.Optional;

/**
 * One cell before and after, in smallest parts.
 *
 * @param before empty where the sender was a gap
 * @param after empty where it has become one
 */
public record CellChange(int indicator, Optional<Long> before, Optional<Long> after) {

    /** What the change adds to the sum of its column: a gap adds nothing to it, without being a zero. */
    public long by() {
        return Math.subtractExact(after.orElse(0L), before.orElse(0L));
    }
}
