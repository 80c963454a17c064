package org.jianxi.gateway.mapping.clause;

import java.util.Optional;

/** What a sender has told of before: trainees by the id that its placements name ({@code traineeId}), other records by theirs. */
public interface KnownTrainees {

    /** Where nobody can be looked up: what needs a trainee is not judged. */
    KnownTrainees NONE = new KnownTrainees() {
        @Override
        public Optional<TraineeFacts> find(String traineeId) {
            return Optional.empty();
        }

        @Override
        public boolean canTell() {
            return false;
        }
    };

    /** Empty for one that was never told of. */
    Optional<TraineeFacts> find(String traineeId);

    /** Whether the sender has told of any record of this dataset, so that an absent one is worth telling. */
    default boolean knows(String dataset) {
        return false;
    }

    /** How many records of this dataset stand. */
    default long standing(String dataset) {
        return 0;
    }

    /** What the sender's record of this id said last; empty for one that was never told of or is gone. */
    default Optional<KnownRecord> record(String dataset, String id) {
        return Optional.empty();
    }

    /** Whether an absent trainee is worth telling. */
    default boolean canTell() {
        return true;
    }
}
