package org.jianxi.gateway.registries.query;

import org.jianxi.gateway.canonical.Bilingual;

/**
 * Asking ends here for now. Whoever has no answer yet was not queried; asking again goes on from there.
 *
 * <p>The cause tells who must do something: nobody but the clock, whoever set the registry up, or both offices.
 */
public final class QueryStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why it ended. */
    public enum Cause {
        /** The day's limit, the night's window, or a registry that asks for patience. */
        LATER,
        /** It did not answer, however often it was asked. */
        UNANSWERED,
        /** It does not know us, or not this question. */
        REFUSED,
        /** An answer without the signature of the certificate that is pinned, or one that no registry would give. */
        INCIDENT
    }

    private final Cause why;
    private final transient Bilingual reason;

    QueryStopped(Cause why, String zh, String en) {
        super(en);
        this.why = why;
        this.reason = new Bilingual(zh, en);
    }

    public Cause why() {
        return why;
    }

    public Bilingual reason() {
        return reason;
    }
}
