package org.jianxi.gateway.flow;

import java.util.function.Consumer;

/**
 * Under which id a delivery is decided, and who is told.
 *
 * @param decided told the outcome within the transaction that records it; what it throws undoes all of it
 */
record Ticket(String id, Consumer<Outcome> decided) {

    /** For a delivery that nobody waits for but its own call. */
    static Ticket fresh() {
        return new Ticket(Recorder.newId(), outcome -> {});
    }
}
