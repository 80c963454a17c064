package org.jianxi.gateway.registries.query;

import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.registries.matching.MatchResult;

/**
 * What a registry said of one person.
 *
 * @param category in the registry's words; empty where it says none, as with {@code kind} and {@code level} of a disability
 * @param why of an {@link MatchResult#ERROR}: what was wrong with the answer, and never what stood in it
 */
public record PersonAnswer(MatchResult result, String category, String kind, String level, Optional<Bilingual> why) {

    static final PersonAnswer MISS = new PersonAnswer(MatchResult.MISS, "", "", "", Optional.empty());

    static PersonAnswer error(String zh, String en) {
        return new PersonAnswer(MatchResult.ERROR, "", "", "", Optional.of(new Bilingual(zh, en)));
    }

    /** Never what was said. */
    @Override
    public String toString() {
        return result.name();
    }
}
