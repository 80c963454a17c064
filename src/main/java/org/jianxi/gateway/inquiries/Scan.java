package org.jianxi.gateway.inquiries;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A look through the records that stand, for one matter. */
public interface Scan {

    /** Differs from the last time where there may be something new to find; empty where there are no records. */
    Optional<String> state();

    /** Everything doubtful, as of now. In the caller's transaction. */
    Found look();

    /** @param goneBecause of an open inquiry that the suspicions no longer cover: the wire name of the reason why it lapses */
    record Found(List<Suspicion> suspicions, Function<Inquiry, String> goneBecause) {
        public Found {
            suspicions = List.copyOf(suspicions);
        }
    }
}
