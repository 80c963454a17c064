package org.jianxi.gateway.accounts;

import java.time.Instant;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.intake.PasswordHash;

/**
 * What an account is opened with. Nothing of it is ever shown.
 *
 * @param factor the second factor's secret, opened
 * @param usedStep the newest step of it that was used
 * @param invitation while there is one: the hash of its code, and its end
 */
record Credentials(
        ConsoleAccount account,
        Optional<PasswordHash> password,
        Optional<byte[]> factor,
        long usedStep,
        Optional<Invitation> invitation) {

    record Invitation(Digest code, Instant ends) {

        boolean isOpenedBy(SpokenCode offered, Instant now) {
            return code.matches(offered.hash().bytes()) && now.isBefore(ends);
        }
    }

    @Override
    public String toString() {
        return "Credentials of " + account.name();
    }
}
