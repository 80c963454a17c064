package org.jianxi.gateway.accounts;

import java.util.stream.Stream;

/** How an account stands: invited until its person chose a password and a second factor. A disabled one is invited anew by a reset. */
public enum AccountState {
    INVITED("invited"),
    ACTIVE("active"),
    DISABLED("disabled");

    private final String wireName;

    AccountState(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    static AccountState of(String wireName) {
        return Stream.of(values())
                .filter(state -> state.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
