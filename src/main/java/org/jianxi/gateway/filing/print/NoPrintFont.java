package org.jianxi.gateway.filing.print;

import org.jianxi.gateway.canonical.Bilingual;

/** There is no font on this machine that could print the sheet, or the one chosen lacks a character of it. */
public final class NoPrintFont extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Bilingual reason;

    NoPrintFont(String zh, String en) {
        super(en);
        this.reason = new Bilingual(zh, en);
    }

    public Bilingual reason() {
        return reason;
    }
}
