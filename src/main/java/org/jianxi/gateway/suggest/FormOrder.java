package org.jianxi.gateway.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;

/** Guesses by the order of the form alone, for indicators that no name leads to. */
record FormOrder(List<Target> indicators, Result result) {

    private static final Bilingual WHY = new Bilingual("仅按顺序推测，请核对", "by the form's order alone, check it");

    /** Those by name, and those that their order adds to them. */
    List<Guess> guesses() {
        var guesses = new ArrayList<>(result.guesses());
        var at = 0;
        while (at < indicators.size()) {
            var end = at;
            while (end < indicators.size() && order(end).isEmpty()) {
                end++;
            }
            if (end > at) {
                between(at, end, guesses);
            }
            at = end + 1;
        }
        return guesses;
    }

    private void between(int from, int to, List<Guess> guesses) {
        var after = from == 0 ? -1 : order(from - 1).orElse(-1);
        var before = to == indicators.size() ? Integer.MAX_VALUE : order(to).orElse(-1);
        var left = result.left().stream()
                .filter(slot -> slot.order() > after && slot.order() < before)
                .filter(slot -> Shape.of(slot.values()).isBlank()
                        || Shape.of(slot.values()).isOfAmounts())
                .toList();
        if (left.size() > to - from && from == 0 && before < Integer.MAX_VALUE) {
            left = nearest(left.subList(left.size() - to, left.size()), before - to);
        } else if (left.size() > to - from && to == indicators.size() && after >= 0) {
            left = nearest(left.subList(0, to - from), after + 1);
        }
        if (left.size() == to - from) {
            for (var i = from; i < to; i++) {
                guesses.add(new Guess(indicators.get(i), left.get(i - from), 0.5, WHY));
            }
        }
    }

    /** At the form's ends only what stands side by side with a known figure: beyond may be anything. */
    private static List<Slot> nearest(List<Slot> slots, int first) {
        for (var i = 0; i < slots.size(); i++) {
            if (slots.get(i).order() != first + i) {
                return List.of();
            }
        }
        return slots;
    }

    private Optional<Integer> order(int indicator) {
        return result.guess(indicators.get(indicator).id())
                .map(guess -> guess.slot().order());
    }
}
