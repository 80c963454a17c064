package org.jianxi.gateway.rollup;

import java.util.List;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;

/** These returns do not make one roll-up. Says every reason at once, for the person who chose the files. */
public final class CannotAddUp extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Bilingual> reasons;

    public CannotAddUp(List<Bilingual> reasons) {
        super(reasons.stream().map(Bilingual::en).collect(Collectors.joining("; ")));
        this.reasons = List.copyOf(reasons);
    }

    public List<Bilingual> reasons() {
        return reasons;
    }
}
