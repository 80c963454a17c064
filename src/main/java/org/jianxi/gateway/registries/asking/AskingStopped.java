package org.jianxi.gateway.registries.asking;

import org.jianxi.gateway.canonical.Bilingual;

/** An agent that refuses, or that cannot be believed. What it answered before is kept; asking again goes on from there. */
public final class AskingStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Bilingual reason;

    AskingStopped(Bilingual reason) {
        super(reason.en());
        this.reason = reason;
    }

    public Bilingual reason() {
        return reason;
    }
}
