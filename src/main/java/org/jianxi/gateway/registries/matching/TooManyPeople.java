package org.jianxi.gateway.registries.matching;

import org.jianxi.gateway.canonical.Bilingual;

/** The list of people does not fit into memory; it can be compared in parts. */
public final class TooManyPeople extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Bilingual reason;

    TooManyPeople(int people) {
        super("more than " + people + " people");
        this.reason = new Bilingual(
                "人员超过%d行，放不进内存；请分成几个文件比对".formatted(people),
                "more than %d people do not fit into memory; compare them in several files".formatted(people));
    }

    public Bilingual reason() {
        return reason;
    }
}
