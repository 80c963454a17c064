package org.jianxi.gateway.mapping.clause;

import java.util.Optional;

/** The trainees a sender has told of, by the id that its placements name ({@code traineeId}). */
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

    /** Whether an absent trainee is worth telling. */
    default boolean canTell() {
        return true;
    }
}
