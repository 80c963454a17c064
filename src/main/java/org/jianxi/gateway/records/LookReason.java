package org.jianxi.gateway.records;

import java.util.Optional;

/**
 * Who looks at people's records and why. Throws {@link NoPurpose} where that is not said.
 *
 * @param actor as the audit names people and sources
 * @param purpose what for, 4 to 200 characters
 * @param legalBasis by what right, such as a clause; at most 200 characters
 */
public record LookReason(String actor, String purpose, Optional<String> legalBasis) {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 200;

    public LookReason {
        purpose = purpose.strip();
        legalBasis = legalBasis.map(String::strip).filter(basis -> !basis.isEmpty());
        if (actor.isBlank()
                || purpose.length() < SHORTEST
                || purpose.length() > LONGEST
                || legalBasis.filter(basis -> basis.length() > LONGEST).isPresent()) {
            throw new NoPurpose();
        }
    }

    /** No purpose, no look. */
    public static final class NoPurpose extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoPurpose() {
            super("Who looks at a person's record says what for, in 4 to 200 characters");
        }
    }
}
