package org.jianxi.gateway.accounts;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** New accounts, and accounts whose person begins anew: each with a code that opens the enrolment once. In the caller's transaction. */
public final class Invitations {

    private static final Duration VALID = Duration.ofDays(3);

    private final CredentialStore credentials;
    private final Sessions sessions;
    private final SecureRandom random;

    public Invitations(JdbcClient jdbc, PersonKeys keys, SecureRandom random) {
        this.credentials = new CredentialStore(jdbc, keys);
        this.sessions = new Sessions(jdbc, random, SessionLimits.USUAL);
        this.random = random;
    }

    /** @param code for the person alone; shown once and kept as a hash */
    public record Invited(AccountName name, SpokenCode code, Instant ends) {}

    /** Empty where the name is taken, also by an account that was disabled. */
    public Optional<Invited> add(AccountName name, String displayName, Duties duties, Instant now) {
        var code = SpokenCode.invitation(random);
        return credentials.add(name, displayName, duties, offered(code, now), now)
                ? Optional.of(new Invited(name, code, now.plus(VALID)))
                : Optional.empty();
    }

    /** Password, second factor, recovery codes and sessions go; the account is there. */
    public Invited reset(AccountName name, Instant now) {
        var code = SpokenCode.invitation(random);
        credentials.invite(name, offered(code, now));
        sessions.endAllOf(name);
        return new Invited(name, code, now.plus(VALID));
    }

    /** Nothing opens it until it is reset. */
    public void disable(AccountName name) {
        credentials.disable(name);
        sessions.endAllOf(name);
    }

    private CredentialStore.Offered offered(SpokenCode code, Instant now) {
        return new CredentialStore.Offered(Totp.newSecret(random), code.hash(), now.plus(VALID));
    }
}
