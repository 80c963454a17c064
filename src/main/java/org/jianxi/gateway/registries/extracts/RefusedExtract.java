package org.jianxi.gateway.registries.extracts;

import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.UnreadableDocument;

/** An extract is not taken; caught where its outcome is written down. */
final class RefusedExtract extends Exception {

    private static final long serialVersionUID = 1L;

    private final ExtractRule rule;
    private final transient Finding finding;

    RefusedExtract(ExtractRule rule, Place at, Bilingual what) {
        super(rule.id());
        this.rule = rule;
        this.finding = rule.finding(at, what);
    }

    static RefusedExtract of(UnreadableDocument unreadable) {
        return new RefusedExtract(ruleOf(unreadable), unreadable.at(), unreadable.reason());
    }

    private static ExtractRule ruleOf(UnreadableDocument unreadable) {
        return switch (unreadable.rule()) {
            case EMPTY -> ExtractRule.EMPTY;
            case ENCODING, TEXT -> ExtractRule.ENCODING;
            case HEADER, SHEET, ROW -> ExtractRule.HEADER;
            case LIMIT -> ExtractRule.LARGE;
            default -> ExtractRule.FILE;
        };
    }

    ExtractRule rule() {
        return rule;
    }

    Finding finding() {
        return finding;
    }
}
