package org.jianxi.gateway.accounts;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.jianxi.gateway.intake.PasswordHash;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Opens an account to whoever knows its password and holds its second factor. A refusal says nothing of what was wrong and takes as long
 * where there is no such account. In the caller's transaction.
 */
public final class SignIn {

    private static final int DIGITS = 6;

    private final AccountStore accounts;
    private final CredentialStore credentials;
    private final Totp totp = new Totp();

    /** What is compared where there is nothing to compare with. */
    private final PasswordHash nobodys;

    public SignIn(JdbcClient jdbc, PersonKeys keys, SecureRandom random) {
        this.accounts = new AccountStore(jdbc);
        this.credentials = new CredentialStore(jdbc, keys);
        this.nobodys = PasswordHash.nobodys(random);
    }

    /** @param code of the second factor, or one of the recovery codes, which it uses up */
    public record Attempt(AccountName name, String password, String code) {

        @Override
        public String toString() {
            return "Attempt as " + name;
        }
    }

    public Optional<ConsoleAccount> open(Attempt attempt, Instant now) {
        var found = credentials.find(attempt.name()).filter(one -> one.account().isActive());
        var password = found.flatMap(Credentials::password);
        var isRight = password.orElse(nobodys).matches(attempt.password()) && password.isPresent();
        return found.filter(one -> isRight && holdsFactor(one, attempt.code(), now))
                .map(one -> {
                    accounts.signedIn(attempt.name(), now);
                    return one.account();
                });
    }

    private boolean holdsFactor(Credentials found, String code, Instant now) {
        var name = found.account().name();
        if (code.replaceAll("\\s", "").length() > DIGITS) {
            return credentials.use(name, new SpokenCode(code), now);
        }
        var step = totp.step(found.factor().orElseThrow(), code, now, found.usedStep());
        return step.isPresent() && credentials.use(name, step.getAsLong());
    }
}
