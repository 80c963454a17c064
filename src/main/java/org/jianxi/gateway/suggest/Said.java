package org.jianxi.gateway.suggest;

import java.text.Normalizer;

/** One value of a sample. It is looked at and never repeated in a draft, unless it is a word of a code table. */
record Said(String text, Kind kind) {

    /** How the document types it. */
    enum Kind {
        TEXT,
        NUMBER,
        DATE,
        TRUTH
    }

    static Said text(String text) {
        return new Said(text, Kind.TEXT);
    }

    /** Folded and trimmed. */
    String bare() {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }
}
