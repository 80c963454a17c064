package org.jianxi.gateway.duties;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an office, or the province, stands with one duty at a month's end.
 *
 * @param part what keeps the duty, of the {@code whole} it is asked of: heads, units, kinds, quarters
 * @param behind every number it was judged by
 * @param lacking kinds that are not there, or quarters that are late
 */
public record Judged(Duty duty, Standing standing, long part, long whole, Tally behind, List<String> lacking) {

    private static final int DECIMALS = 2;

    public Judged {
        lacking = List.copyOf(lacking);
    }

    static Judged gap(Duty duty) {
        return new Judged(duty, Standing.NO_RECORDS, 0, 0, Tally.of(Map.of()), List.of());
    }

    /** Whether there was nothing to tell it by. */
    boolean isGap() {
        return behind.numbers().isEmpty();
    }

    Judged standing(Standing other) {
        return new Judged(duty, other, part, whole, behind, lacking);
    }

    /** Per cent with two decimals, cut off so that what is not reached never looks reached; empty where there is no whole. */
    public Optional<BigDecimal> percent() {
        return share(part, whole);
    }

    /** A kind's share of all heads of posts. */
    public Optional<BigDecimal> share(String kind) {
        return share(behind.of(kind), behind.of(Tally.POSTS));
    }

    private static Optional<BigDecimal> share(long part, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.DOWN));
    }
}
