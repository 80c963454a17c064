package org.jianxi.gateway.notices;

import java.util.Optional;
import java.util.stream.Stream;

/** How far a notice has come. The wire names stand in the database. */
public enum DeliveryState {
    WAITING("waiting"),
    DELIVERED("delivered"),
    /** Its time is over; it is sent again only when somebody replays it. */
    GIVEN_UP("given-up");

    private final String wireName;

    DeliveryState(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<DeliveryState> named(String wireName) {
        return Stream.of(values())
                .filter(state -> state.wireName.equals(wireName))
                .findFirst();
    }
}
