package org.jianxi.gateway.registries.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask, as {@code askers.yaml} has it.
 *
 * @param keySm3 the key's hash, 64 hexadecimal digits
 * @param pointsADay how many people, with those that fill batches, of each registry
 * @param purposes the only ones that may be stated; where there are none, any
 * @param revoked true: the key opens nothing any more
 */
record Asker(
        String name,
        String keySm3,
        int pointsADay,
        @Nullable List<String> purposes,
        @Nullable Boolean revoked) {

    boolean isRevoked() {
        return Boolean.TRUE.equals(revoked);
    }

    boolean mayAskFor(String purpose) {
        return purposes == null || purposes.isEmpty() || purposes.contains(purpose);
    }
}
