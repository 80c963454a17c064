package org.jianxi.gateway.console;

import java.time.Clock;
import java.time.Duration;
import org.jianxi.gateway.intake.Pace;

/** How often somebody may be wrong at the door: from one address, and about one account from wherever. */
final class Guesses {

    private static final int FROM_ONE_ADDRESS = 10;
    private static final Duration THEN_EVERY = Duration.ofSeconds(6);
    private static final int ABOUT_ONE_ACCOUNT = 5;
    private static final Duration THEN_ABOUT_ONE = Duration.ofSeconds(30);

    private final Pace addresses;
    private final Pace accounts;

    Guesses(Clock clock) {
        this.addresses = new Pace(clock, FROM_ONE_ADDRESS, THEN_EVERY);
        this.accounts = new Pace(clock, ABOUT_ONE_ACCOUNT, THEN_ABOUT_ONE);
    }

    boolean allows(String address) {
        return addresses.allows(address);
    }

    boolean allows(String address, String account) {
        return addresses.allows(address) && accounts.allows(account);
    }

    /** An office signs in from one address at nine o'clock: only wrong guesses wear the pace down. */
    void forgives(String address) {
        addresses.forgives(address);
    }

    void forgives(String address, String account) {
        addresses.forgives(address);
        accounts.forgives(account);
    }
}
