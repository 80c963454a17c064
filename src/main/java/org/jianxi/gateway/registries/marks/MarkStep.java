package org.jianxi.gateway.registries.marks;

import org.jianxi.gateway.canonical.Bilingual;

/** What an act came to. */
public sealed interface MarkStep {

    /** The mark stands so now. */
    record Done(Standing standing) implements MarkStep {}

    /** It was so already, or was decided before; nothing is written. */
    record Nothing() implements MarkStep {}

    /** Not as the mark stands. */
    record NotNow(Bilingual why) implements MarkStep {}
}
