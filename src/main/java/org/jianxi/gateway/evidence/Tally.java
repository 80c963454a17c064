package org.jianxi.gateway.evidence;

import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Counts what was found right, from several threads at once. */
final class Tally {

    private final LongAdder signatures = new LongAdder();
    private final LongAdder proofs = new LongAdder();
    private final LongAdder cells = new LongAdder();

    void signature() {
        signatures.increment();
    }

    void proof() {
        proofs.increment();
    }

    void cells(int number) {
        cells.add(number);
    }

    Verdict genuine() {
        return verdict(Optional.empty());
    }

    Verdict refused(Failure failure) {
        return verdict(Optional.of(failure));
    }

    private Verdict verdict(Optional<Failure> failure) {
        return new Verdict(signatures.intValue(), proofs.intValue(), cells.intValue(), failure);
    }
}
