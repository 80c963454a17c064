package org.jianxi.gateway.suggest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A draft of a mapping with everything that was guessed for it.
 *
 * @param draft the mapping file
 * @param placed each target of the dataset that has a place, why, and how sure that is
 * @param missing targets nothing was found for
 * @param left places of the sample that nothing was read from
 * @param isWhole whether everything that must be there was found
 */
public record Suggestion(
        String dataset, String draft, List<Placed> placed, List<String> missing, List<String> left, boolean isWhole) {

    /**
     * One guess.
     *
     * @param target an indicator's number or a field's name
     * @param address as the draft writes it
     * @param confidence 0 to 1
     */
    public record Placed(String target, Map<String, Object> address, double confidence, String reason) {}

    public Suggestion {
        placed = List.copyOf(placed);
        missing = List.copyOf(missing);
        left = List.copyOf(left);
    }

    static Suggestion of(String dataset, String draft, Result result) {
        return new Suggestion(
                dataset,
                draft,
                result.guesses().stream()
                        .map(one -> new Placed(
                                one.target().id(),
                                one.slot().words(),
                                one.confidence(),
                                one.reason().zh() + " · " + one.reason().en()))
                        .toList(),
                result.missing().stream().map(Target::id).toList(),
                result.left().stream().map(Slot::shown).toList(),
                result.missing().stream().noneMatch(Target::required));
    }

    /** For {@code --json}. */
    public Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        document.put("dataset", dataset);
        var guesses = new ArrayList<Map<String, Object>>();
        for (var one : placed) {
            var guess = new LinkedHashMap<String, Object>();
            guess.put("target", one.target());
            guess.put("address", one.address());
            guess.put("confidence", Math.round(one.confidence() * 100) / 100.0);
            guess.put("reason", one.reason());
            guesses.add(guess);
        }
        document.put("placed", guesses);
        document.put("missing", missing);
        document.put("left", left);
        document.put("draft", draft);
        return document;
    }
}
