package org.jianxi.gateway.flow.crossmatch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.run.Answer;

/** How many of a run have which result: counted once in the database, and from then on beside it. For one thread. */
final class RunTally {

    private final Map<MatchResult, Long> counts = new EnumMap<>(MatchResult.class);

    RunTally(Map<MatchResult, Long> before) {
        counts.putAll(before);
    }

    long answered() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** As they are once these are kept. */
    Map<MatchResult, Long> with(List<Answer> answers) {
        var all = new EnumMap<MatchResult, Long>(MatchResult.class);
        all.putAll(counts);
        answers.forEach(answer -> all.merge(answer.result(), 1L, Long::sum));
        return all;
    }

    void add(List<Answer> answers) {
        answers.forEach(answer -> counts.merge(answer.result(), 1L, Long::sum));
    }
}
