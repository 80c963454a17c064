package org.jianxi.gateway.registries.run;

import org.jianxi.gateway.canonical.Bilingual;

/** A registry cannot be asked now, wholly or any further. The run stops where it is and goes on at its next turn. */
public final class RegistryUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Bilingual reason;

    /** @param reason names no person */
    public RegistryUnavailable(Bilingual reason) {
        super(reason.en());
        this.reason = reason;
    }

    public Bilingual reason() {
        return reason;
    }
}
