package org.jianxi.gateway.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses a slot for as many targets as something speaks for, one for each and none twice. */
final class Matching {

    /** Below this nothing is placed: a wrong guess costs more than a missing one. */
    static final double LEAST = 0.42;

    private final List<Target> targets;
    private final List<Slot> slots;
    private final Evidence[][] evidence;

    /** @param judge says what speaks for a slot being a target */
    Matching(List<Target> targets, List<Slot> slots, Judge judge) {
        this.targets = targets;
        this.slots = slots;
        this.evidence = new Evidence[targets.size()][slots.size()];
        for (var t = 0; t < targets.size(); t++) {
            for (var s = 0; s < slots.size(); s++) {
                evidence[t][s] = judge.of(slots.get(s), targets.get(t));
            }
        }
    }

    /** What speaks for a slot being a target. */
    interface Judge {
        Evidence of(Slot slot, Target target);
    }

    List<Guess> guesses() {
        var chosen = Assignment.best(scores(new int[0]), LEAST);
        chosen = Assignment.best(scores(chosen), LEAST);
        var guesses = new ArrayList<Guess>();
        for (var t = 0; t < chosen.length; t++) {
            if (chosen[t] >= 0) {
                var why = evidence[t][chosen[t]];
                guesses.add(new Guess(targets.get(t), slots.get(chosen[t]), why.score(), why.reason()));
            }
        }
        return guesses;
    }

    /** Among equals, the order of the targets counts, and a part stands right behind its whole. */
    private double[][] scores(int[] before) {
        var scores = new double[targets.size()][slots.size()];
        for (var t = 0; t < targets.size(); t++) {
            var whole = whole(t).filter(at -> before.length > 0 && before[at] >= 0);
            for (var s = 0; s < slots.size(); s++) {
                var score = evidence[t][s].score();
                if (score > 0) {
                    var apart = Math.abs((double) t / targets.size() - (double) s / slots.size());
                    var order = slots.get(s).order();
                    var behind = whole.map(at -> Math.abs(slots.get(before[at]).order() + 1 - order));
                    scores[t][s] = score
                            + 0.02 * (1 - apart)
                            + behind.map(far -> 0.06 / (1 + far)).orElse(0.0);
                }
            }
        }
        return scores;
    }

    private Optional<Integer> whole(int part) {
        return targets.get(part).whole().flatMap(id -> {
            for (var t = 0; t < targets.size(); t++) {
                if (targets.get(t).id().equals(id)) {
                    return Optional.of(t);
                }
            }
            return Optional.empty();
        });
    }
}
