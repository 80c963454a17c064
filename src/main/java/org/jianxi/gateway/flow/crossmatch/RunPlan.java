package org.jianxi.gateway.flow.crossmatch;

import java.util.EnumMap;
import java.util.Map;
import org.jianxi.gateway.registries.run.Due;
import org.jianxi.gateway.registries.run.SnapshotLabel;
import org.jianxi.gateway.registries.run.Worklist;

/**
 * What a run would do.
 *
 * @param people whose records stand
 * @param due how many are to be asked for, by why
 */
public record RunPlan(SnapshotLabel snapshot, long people, Map<Due.Why, Long> due, Worklist work) {

    public RunPlan {
        due = Map.copyOf(due);
    }

    /** Gathers it. */
    static final class Draft {

        private final SnapshotLabel snapshot;
        private final Map<Due.Why, Long> due = new EnumMap<>(Due.Why.class);
        private final Worklist work = new Worklist();
        private long people;

        Draft(SnapshotLabel snapshot) {
            this.snapshot = snapshot;
        }

        void seen() {
            people++;
        }

        Worklist work() {
            return work;
        }

        void due(Due.Why why) {
            due.merge(why, 1L, Long::sum);
        }

        RunPlan done() {
            return new RunPlan(snapshot, people, due, work);
        }
    }
}
