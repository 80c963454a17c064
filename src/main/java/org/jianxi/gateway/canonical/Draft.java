package org.jianxi.gateway.canonical;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What could be read of one monthly return, with the place each figure came from. May be incomplete: a {@link MonthlyReturn}
 * is made from it only when nothing is missing.
 *
 * @param form the form's identifier as the document names it, when it does
 * @param derivedFrom what the figures were made from, where the document says so
 * @param commitment to the records behind the figures, where the document carries one
 * @param places where in the sender's document each figure stands
 */
public record Draft(
        Optional<String> form,
        Optional<Period> period,
        Optional<Sender> sender,
        Figures figures,
        Map<Integer, Place> places,
        List<Explanation> explanations,
        Optional<DerivedFrom> derivedFrom,
        Optional<Digest> commitment) {

    /** One that does not say what its figures were made from. */
    public Draft(
            Optional<String> form,
            Optional<Period> period,
            Optional<Sender> sender,
            Figures figures,
            Map<Integer, Place> places,
            List<Explanation> explanations) {
        this(form, period, sender, figures, places, explanations, Optional.empty(), Optional.empty());
    }

    public Draft {
        places = Collections.unmodifiableMap(new TreeMap<>(places));
        explanations = List.copyOf(explanations);
    }

    /** The place of a figure, as a place for that indicator; where it is unknown, the indicator alone. */
    public Place placeOf(int indicator) {
        return places.getOrDefault(indicator, Place.WHOLE).forIndicator(indicator);
    }
}
