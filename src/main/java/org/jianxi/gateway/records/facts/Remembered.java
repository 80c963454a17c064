package org.jianxi.gateway.records.facts;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What was worked out before, up to so many answers: then all are forgotten. For one thread. */
public final class Remembered<K, V> {

    private final int most;
    private final Map<K, V> answers = new HashMap<>();

    public Remembered(int most) {
        this.most = most;
    }

    /** @param work asked where nothing is remembered; may ask here for others */
    public V of(K key, Function<? super K, ? extends V> work) {
        var before = answers.get(key);
        if (before != null) {
            return before;
        }
        var answer = work.apply(key);
        if (answers.size() >= most) {
            answers.clear();
        }
        answers.put(key, answer);
        return answer;
    }
}
