package org.jianxi.gateway.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a sandbox does with each of the next messages. When the script has ended it behaves normally. */
public final class Script {

    private final Queue<Behaviour> steps = new ConcurrentLinkedQueue<>();

    public Script(List<Behaviour> steps) {
        this.steps.addAll(steps);
    }

    public void add(Behaviour step) {
        steps.add(step);
    }

    /** How many steps have not been used. */
    public int remaining() {
        return steps.size();
    }

    Behaviour next() {
        return Optional.ofNullable(steps.poll()).orElseGet(Behaviour.Normal::new);
    }
}
