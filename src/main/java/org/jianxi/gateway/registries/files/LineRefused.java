package org.jianxi.gateway.registries.files;

import org.jianxi.gateway.canonical.Bilingual;

/** A line of a block that makes the file unusable: which one is known in the block only. */
final class LineRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int lineInBlock;
    private final transient Bilingual why;

    LineRefused(int lineInBlock, Bilingual why) {
        super(why.en());
        this.lineInBlock = lineInBlock;
        this.why = why;
    }

    int lineInBlock() {
        return lineInBlock;
    }

    Bilingual why() {
        return why;
    }
}
