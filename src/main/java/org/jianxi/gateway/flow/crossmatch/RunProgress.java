package org.jianxi.gateway.flow.crossmatch;

/** Hears how far a run is. */
@FunctionalInterface
public interface RunProgress {

    RunProgress NONE = (answered, due) -> {};

    /** @param due how many are to have an answer at the end */
    void at(long answered, long due);
}
