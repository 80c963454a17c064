package org.jianxi.gateway.validation;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.BoundExplanation;
import org.jianxi.gateway.canonical.Figures;

/**
 * What the rules may know of the past.
 *
 * @param previousMonth the sender's accepted figures of last month
 * @param explanations those in force with the sender's current revision of this month
 */
public record History(Optional<Figures> previousMonth, List<BoundExplanation> explanations) {

    /** Nothing is known: balance rules that need last month are silent. */
    public static final History NONE = new History(Optional.empty(), List.of());

    public History {
        explanations = List.copyOf(explanations);
    }
}
