package org.jianxi.gateway.flow;

import org.jianxi.gateway.canonical.Bilingual;

/** A recorded verdict cannot be made again, so nothing can be said about what another version would change of it. */
final class NotReproducible extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Bilingual reason;

    NotReproducible(Bilingual reason) {
        super(reason.en());
        this.reason = reason;
    }

    Bilingual reason() {
        return reason;
    }

    static NotReproducible missing(String zh, String en, String digest) {
        return new NotReproducible(new Bilingual(
                "当时的%s（%s）没有保存".formatted(zh, digest), "the %s of then (%s) was not kept".formatted(en, digest)));
    }
}
