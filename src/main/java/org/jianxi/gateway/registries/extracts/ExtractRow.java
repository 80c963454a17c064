package org.jianxi.gateway.registries.extracts;

import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.source.Answer;
import org.jianxi.gateway.mapping.source.SourceDocument;

/** A row of an extract, asked by column. */
record ExtractRow(SourceDocument row) {

    /** What stands there; refuses the extract where its header has no such column, or several. */
    String text(Address.Column column) throws RefusedExtract {
        return switch (row.find(column)) {
            case Answer.Found found -> found.value().asText();
            case Answer.NoSuchPlace missing -> throw refused(missing.nearest(), missing.why());
            case Answer.Several several -> throw refused(several.first(), several.why());
        };
    }

    private static RefusedExtract refused(Place at, Bilingual why) {
        return new RefusedExtract(ExtractRule.COLUMN, at, why);
    }
}
