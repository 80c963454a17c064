package org.jianxi.gateway.registries.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The categories of a registry as small numbers, sets of them too: a person who stands there twice has both. 0 is none. Not safe for
 * several threads.
 */
final class Categories {

    static final int NONE = 0;

    /** Far more than any registry has; a column with more holds something else, persons perhaps. */
    static final int MOST = 10_000;

    private static final int MOST_OF_ONE_PERSON = 16;
    private static final int LONGEST = 200;
    private static final String BETWEEN = ";";

    private final List<String> words = new ArrayList<>(List.of(""));
    private final Map<String, Integer> numbers = new HashMap<>(Map.of("", NONE));

    /** The set with one more category in it. */
    int with(int set, String category) {
        var one = category.strip();
        if (words.get(set).equals(one) || one.isEmpty()) {
            return set;
        }
        if (one.length() > LONGEST) {
            throw new TooManyCategories();
        }
        if (set == NONE) {
            return number(one);
        }
        var all = new TreeSet<>(List.of(words.get(set).split(BETWEEN, -1)));
        all.add(one);
        if (all.size() > MOST_OF_ONE_PERSON) {
            throw new TooManyCategories();
        }
        return number(String.join(BETWEEN, all));
    }

    String words(int set) {
        return words.get(set);
    }

    private int number(String joined) {
        var known = numbers.get(joined);
        if (known != null) {
            return known;
        }
        if (words.size() > MOST) {
            throw new TooManyCategories();
        }
        words.add(joined);
        numbers.put(joined, words.size() - 1);
        return words.size() - 1;
    }
}
