package org.jianxi.gateway.registries.asking;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jianxi.gateway.registries.matching.MatchResult;

/** What a snapshot's entries say of one person: those with the name, or where there is none of these, the others. */
record Told(MatchResult result, List<String> categories) {

    static Told entry(boolean isNamed, String category) {
        return new Told(isNamed ? MatchResult.HIT : MatchResult.NAME_MISMATCH, List.of(category));
    }

    Told and(Told other) {
        if (result != other.result) {
            return result == MatchResult.HIT ? this : other;
        }
        var all = new ArrayList<>(categories);
        all.addAll(other.categories);
        return new Told(result, all);
    }

    /** Each word once, in order. */
    String category() {
        var words = new TreeSet<>(categories);
        words.remove("");
        return String.join(";", words);
    }
}
