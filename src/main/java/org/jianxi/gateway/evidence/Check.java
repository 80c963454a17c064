package org.jianxi.gateway.evidence;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.evidence.Failure.Reason;

/** One step of a verification: it ends in silence, or in the reason why not. Steps know nothing of one another. */
record Check(String file, Step step) {

    /** What is looked at. */
    @FunctionalInterface
    interface Step {
        void look() throws Doubt;
    }

    /** The first failure in the order of the list, whichever thread found it. */
    static Optional<Failure> first(List<Check> checks) {
        return checks.parallelStream().map(Check::run).flatMap(Optional::stream).findFirst();
    }

    /** Evidence comes from outside: whatever it makes our readers throw is a reason to refuse it. */
    Optional<Failure> run() {
        try {
            step.look();
            return Optional.empty();
        } catch (Doubt doubt) {
            return Optional.of(doubt.failure());
        } catch (RuntimeException broken) {
            return Optional.of(new Failure(Reason.UNREADABLE, file, "evidence as we write it", broken.toString()));
        }
    }
}
