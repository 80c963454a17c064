package org.jianxi.gateway.accounts;

import java.time.Instant;
import java.util.Optional;
import org.jianxi.gateway.intake.Caller;

/**
 * One person's account as others may see it.
 *
 * @param displayName what colleagues call the person or the desk
 * @param hasSecondFactor whether it was set up, not merely offered
 */
public record ConsoleAccount(
        AccountName name,
        String displayName,
        Duties duties,
        AccountState state,
        boolean hasSecondFactor,
        Instant addedAt,
        Optional<Instant> lastSignIn) {

    public boolean isActive() {
        return state == AccountState.ACTIVE;
    }

    /** Whom the pages and the audit see. */
    public Caller caller() {
        return new Caller(name.value(), duties.roles(), Optional.empty(), duties.areas());
    }
}
