package org.jianxi.gateway.console.office;

import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.filing.Reasons.Reason;

/** A reason's code in words; the bare code where the list no longer has it. */
final class ReasonWords {

    private ReasonWords() {}

    static Bilingual of(Reasons reasons, Reasons.Use use, String code) {
        return reasons.find(use, code).map(Reason::title).orElseGet(() -> new Bilingual(code, code));
    }
}
