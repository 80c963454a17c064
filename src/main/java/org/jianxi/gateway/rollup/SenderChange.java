package org.jianxi.gateway.rollup;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Explanation;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Sender;

/**
 * The return that counted for one sender and the one that counts now.
 *
 * @param before empty where the sender was a gap
 * @param after empty where it has become one
 */
public record SenderChange(Sender sender, Optional<Contribution> before, Optional<Contribution> after) {

    public SenderChange {
        if (before.equals(after)) {
            throw new IllegalArgumentException("Nothing changed for " + sender);
        }
    }

    /** A late unit's figures stand where a gap was. */
    public boolean closesGap() {
        return before.isEmpty();
    }

    public boolean opensGap() {
        return after.isEmpty();
    }

    /** The cells that differ, by indicator. Where a gap became figures every cell does, its zeros too. */
    public List<CellChange> cells() {
        return CellChange.between(figures(before), figures(after));
    }

    public List<Explanation> explanationsAdded() {
        return without(explanations(after), explanations(before));
    }

    public List<Explanation> explanationsDropped() {
        return without(explanations(before), explanations(after));
    }

    /** Whether a reader of the return would see it: the same figures sent again as other bytes are no news. */
    public boolean isVisible() {
        return !cells().isEmpty() || !explanations(before).equals(explanations(after)) || closesGap() || opensGap();
    }

    private static Figures figures(Optional<Contribution> contribution) {
        return contribution.map(one -> one.content().figures()).orElse(Figures.NONE);
    }

    private static List<Explanation> explanations(Optional<Contribution> contribution) {
        return contribution.map(one -> one.content().explanations()).orElse(List.of());
    }

    private static List<Explanation> without(List<Explanation> these, List<Explanation> those) {
        return these.stream().filter(one -> !those.contains(one)).toList();
    }
}
