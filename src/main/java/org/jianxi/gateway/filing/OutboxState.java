package org.jianxi.gateway.filing;

import java.util.stream.Stream;

/** How far a message to the ministry has come. The wire names stand in the database. */
public enum OutboxState {
    WAITING("waiting"),
    /** It may have been sent; no acknowledgement is stored. */
    UNCONFIRMED("unconfirmed"),
    ACKNOWLEDGED("acknowledged"),
    /** The ministry will not have it. A person decides; nothing is sent again by itself. */
    REJECTED("rejected");

    private final String wireName;

    OutboxState(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    static OutboxState named(String wireName) {
        return Stream.of(values())
                .filter(state -> state.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a state: " + wireName));
    }
}
