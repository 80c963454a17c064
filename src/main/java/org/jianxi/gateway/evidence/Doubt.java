package org.jianxi.gateway.evidence;

import org.jianxi.gateway.evidence.Failure.Reason;

/** Ends a check that did not hold. Never leaves this package: outside, it is a {@link Verdict}. */
final class Doubt extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    Doubt(Reason reason, String file, Object expected, Object actual) {
        this(new Failure(reason, file, String.valueOf(expected), String.valueOf(actual)));
    }

    Doubt(Failure failure) {
        super(failure.message().en(), null, false, false);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }

    /** Nothing when both are equal; otherwise the doubt. */
    static void unlessEqual(Reason reason, String file, Object expected, Object actual) throws Doubt {
        if (!expected.equals(actual)) {
            throw new Doubt(reason, file, expected, actual);
        }
    }
}
