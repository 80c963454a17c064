package org.jianxi.gateway.intake;

import java.util.Optional;
import java.util.stream.Stream;

/** What a key lets its holder do. The wire names stand in the access file and in the audit. */
public enum Role {
    /** Delivers returns and reads its own. */
    SENDER("sender"),
    /** Approves the provincial return. */
    OFFICER("officer"),
    /** Files what another person approved. */
    FILER("filer"),
    /** Reads everything, changes nothing. */
    AUDITOR("auditor");

    private final String wireName;

    Role(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<Role> named(String wireName) {
        return Stream.of(values())
                .filter(role -> role.wireName.equals(wireName))
                .findFirst();
    }
}
