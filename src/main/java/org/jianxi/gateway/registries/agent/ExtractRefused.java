package org.jianxi.gateway.registries.agent;

import org.jianxi.gateway.canonical.Bilingual;

/** An extract that is readable and cannot be right. */
public final class ExtractRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Bilingual reason;

    ExtractRefused(Bilingual reason) {
        super(reason.en());
        this.reason = reason;
    }

    public Bilingual reason() {
        return reason;
    }
}
