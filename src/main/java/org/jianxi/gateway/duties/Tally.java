package org.jianxi.gateway.duties;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was counted for one measure, by the number's name. A number that is not there is zero. */
public record Tally(SortedMap<String, Long> numbers) {

    /** Heads of posts that stand at the month's end. */
    public static final String POSTS = "posts";

    /** Heads of posts not shown yet whose days are not over. */
    public static final String WAITING = "waiting";

    /** Days between raising and showing, of the post that took longest; the one number that is not added up. */
    public static final String LONGEST = "longestDays";

    public Tally {
        numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
    }

    public static Tally of(Map<String, Long> numbers) {
        return new Tally(new TreeMap<>(numbers));
    }

    public long of(String name) {
        return numbers.getOrDefault(name, 0L);
    }

    public Tally without(String name) {
        var others = new TreeMap<>(numbers);
        others.remove(name);
        return new Tally(others);
    }

    public Tally plus(Tally other) {
        var sum = new TreeMap<>(numbers);
        other.numbers.forEach((name, number) -> sum.merge(name, number, name.equals(LONGEST) ? Math::max : Long::sum));
        return new Tally(sum);
    }
}
