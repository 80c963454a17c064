package org.jianxi.gateway.suggest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What was guessed about a sample, before it is written down. */
record Result(Sample sample, List<Target> targets, List<Guess> guesses) {

    Result {
        targets = List.copyOf(targets);
        guesses = List.copyOf(guesses);
    }

    Optional<Guess> guess(String target) {
        return guesses.stream().filter(one -> one.target().id().equals(target)).findFirst();
    }

    List<Target> missing() {
        return targets.stream().filter(one -> guess(one.id()).isEmpty()).toList();
    }

    List<Slot> left() {
        var used = new HashSet<Integer>();
        guesses.forEach(one -> used.add(one.slot().order()));
        return sample.slots().stream()
                .filter(slot -> !used.contains(slot.order()))
                .toList();
    }
}
