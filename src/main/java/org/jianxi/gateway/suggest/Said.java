package org.jianxi.gateway.suggest;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** One value of a sample. It is looked at and never repeated in a draft, unless it is a word of a code table. */
record Said(String text, Kind kind) {

    /** The same in a mapping, whose group is what is meant. */
    static final String UNPROTECTED = "^(?:'|=\")?(.*?)\"?$";

    private static final Pattern PROTECTED = Pattern.compile("(?:'|=\"(?=.*\"$))([0-9A-Za-z-]+)\"?");

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

    /** Folded and trimmed, without what keeps a spreadsheet from taking text for a number. */
    String bare() {
        return PROTECTED.matcher(folded()).replaceFirst("$1");
    }

    /** Whether it is written as {@code '0123} or {@code ="0123"}. */
    boolean isProtected() {
        return PROTECTED.matcher(folded()).matches();
    }

    private String folded() {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }
}
