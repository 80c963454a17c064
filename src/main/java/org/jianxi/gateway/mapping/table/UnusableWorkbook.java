package org.jianxi.gateway.mapping.table;

import java.io.IOException;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.UnreadableDocument;

/** A workbook refused while its bytes are still streaming, so it must pass through readers that only know IO errors. */
final class UnusableWorkbook extends IOException {

    private static final long serialVersionUID = 1L;

    private final DocumentRule rule;
    private final transient Bilingual why;

    UnusableWorkbook(DocumentRule rule, Bilingual why) {
        super(why.en());
        this.rule = rule;
        this.why = why;
    }

    UnreadableDocument at(Place place) {
        return new UnreadableDocument(rule, place, why);
    }
}
