package org.jianxi.gateway.registries.snapshot;

import org.jianxi.gateway.registries.matching.MatchResult;

/** Hears of entries that have the number of one of the people. */
@FunctionalInterface
public interface EntrySink {

    /**
     * @param row of the person, from 0
     * @param result {@code HIT} where the name is equal too, else {@code NAME_MISMATCH}
     * @param category what the entry says
     */
    void found(int row, MatchResult result, String category);
}
