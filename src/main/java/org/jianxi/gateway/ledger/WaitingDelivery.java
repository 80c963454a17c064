package org.jianxi.gateway.ledger;

import java.time.Instant;
import java.util.Optional;
import org.jianxi.gateway.canonical.Sender;

/**
 * One delivery that was kept before it was read.
 *
 * @param id the submission's, when it is decided
 * @param holder whose key brought it
 * @param arrival with what was said beside it; its signature is not verified yet
 */
public record WaitingDelivery(String id, String holder, String dataset, Arrival arrival) {

    /** What was said beside it, which is always kept here. */
    public Said said() {
        return arrival.said().orElseThrow();
    }

    /** The one sender it was brought for; empty where only the content says. */
    public Optional<Sender> onlySender() {
        return Optional.of(said().speaksFor())
                .filter(senders -> senders.size() == 1)
                .map(senders -> senders.iterator().next());
    }

    /**
     * How far it has come.
     *
     * @param ahead how many came before it and are not decided either
     * @param tries how often its reading was begun
     * @param nextTryAt when it is tried again, where a try of ours failed
     */
    public record Progress(
            State state, long ahead, int tries, Optional<Instant> startedAt, Optional<Instant> nextTryAt) {

        public boolean isDecided() {
            return state == State.DECIDED;
        }
    }

    /** Where it stands. The wire names are those of the database. */
    public enum State {
        RECEIVED("received"),
        WORKING("working"),
        DECIDED("decided");

        private final String wireName;

        State(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }

        static State named(String wireName) {
            for (var state : values()) {
                if (state.wireName.equals(wireName)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("Not a state: " + wireName);
        }
    }

    /**
     * What the call would have heard at once, word for word.
     *
     * @param status of HTTP
     * @param body JSON
     * @param submission that speaks of it: its own, or the earlier one that these bytes were already
     */
    public record Answer(int status, byte[] body, String submission) {

        /** Whether its return stands. */
        public boolean isGood() {
            return status < 300;
        }
    }

    /**
     * A delivery held for one try.
     *
     * @param tries the number of this try; whoever claims next has a higher one
     */
    public record Claim(WaitingDelivery delivery, int tries) {}
}
