package org.jianxi.gateway.intake;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who somebody is to the gateway; what each may do stands in {@link Act}. The wire names stand in the access file, in accounts and in the
 * audit.
 */
public enum Role {
    /** A system that delivers for its units. */
    SENDER("sender"),
    /** A person at a unit, who reads what is the unit's. */
    REPORTER("reporter"),
    /** The office's whole work: reads, asks, decides, approves. */
    OFFICER("officer"),
    /** Approves the provincial return and does nothing else. */
    APPROVER("approver"),
    /** Files what another person approved. */
    FILER("filer"),
    /** Looks after accounts and keys, and sees no unit's figures. */
    ADMINISTRATOR("administrator"),
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
