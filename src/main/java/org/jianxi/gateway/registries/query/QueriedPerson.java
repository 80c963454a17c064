package org.jianxi.gateway.registries.query;

import org.jianxi.gateway.canonical.CitizenId;

/** Somebody who is asked about just now: opened a moment ago, kept nowhere. */
public record QueriedPerson(CitizenId number, String name) {

    /** Never who it is. */
    @Override
    public String toString() {
        return "a person";
    }
}
