package org.jianxi.gateway.records;

import org.jianxi.gateway.canonical.CitizenId;

/** Who somebody is: asked for only where a registry cannot be asked by token, and never kept. */
public record Identity(CitizenId citizen, String name) {

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "Identity";
    }
}
