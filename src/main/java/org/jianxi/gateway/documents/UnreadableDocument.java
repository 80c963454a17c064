package org.jianxi.gateway.documents;

import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;

/** A sender's document that cannot be read at all: by which rule, where, and why, in both languages. */
public final class UnreadableDocument extends Exception {

    private static final long serialVersionUID = 1L;

    private final DocumentRule rule;
    private final transient Place at;
    private final transient Bilingual reason;

    public UnreadableDocument(DocumentRule rule, Place at, Bilingual reason) {
        super(rule.id() + ": " + reason.en());
        this.rule = rule;
        this.at = at;
        this.reason = reason;
    }

    public DocumentRule rule() {
        return rule;
    }

    public Place at() {
        return at;
    }

    public Bilingual reason() {
        return reason;
    }

    /** The same as an error for the sender. */
    public Finding toFinding() {
        return Finding.error(rule, at, reason);
    }
}
