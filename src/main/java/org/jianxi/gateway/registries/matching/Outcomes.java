package org.jianxi.gateway.registries.matching;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** One registry's result for each person. The order in which the registry's rows come does not matter. */
public final class Outcomes {

    private final MatchResult[] results;
    private final int[] categories;
    private final Categories words = new Categories();

    /**
     * @param people how many there are
     * @param keys those of them that can be compared
     */
    public Outcomes(int people, SortedKeys keys) {
        results = new MatchResult[people];
        categories = new int[people];
        Arrays.fill(results, MatchResult.ID_INVALID);
        for (var at = 0; at < keys.size(); at++) {
            results[keys.row(at)] = MatchResult.MISS;
        }
    }

    /** A row of the registry with this person's number. An equal name outdoes another, and then only its categories count. */
    public synchronized void found(int row, MatchResult result, String category) {
        if (results[row] == MatchResult.HIT && result != MatchResult.HIT) {
            return;
        }
        var before = results[row] == result ? categories[row] : Categories.NONE;
        results[row] = result;
        categories[row] = words.with(before, category);
    }

    public MatchResult result(int row) {
        return results[row];
    }

    /** Empty unless the number stands in the registry; several are joined by semicolons, in order. */
    public String category(int row) {
        return words.words(categories[row]);
    }

    /** How many people each result has; those that cannot occur offline are absent. */
    public Map<MatchResult, Integer> counts() {
        var counts = new EnumMap<MatchResult, Integer>(MatchResult.class);
        counts.put(MatchResult.HIT, 0);
        counts.put(MatchResult.NAME_MISMATCH, 0);
        counts.put(MatchResult.MISS, 0);
        counts.put(MatchResult.ID_INVALID, 0);
        for (var result : results) {
            counts.merge(result, 1, Integer::sum);
        }
        return counts;
    }
}
