package org.jianxi.gateway.accounts;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.intake.PasswordHash;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person takes an account: chooses a password, puts the second factor into an app, keeps recovery codes. In the caller's transaction. */
public final class Enrolment {

    /** In characters; NIST SP 800-63B-4 asks for length and for nothing else. */
    public static final int SHORTEST_PASSWORD = 12;

    public static final int LONGEST_PASSWORD = 128;

    private static final int RECOVERY_CODES = 8;
    private static final int SALT_BYTES = 16;

    private final CredentialStore credentials;
    private final Totp totp = new Totp();
    private final SecureRandom random;

    public Enrolment(JdbcClient jdbc, PersonKeys keys, SecureRandom random) {
        this.credentials = new CredentialStore(jdbc, keys);
        this.random = random;
    }

    /**
     * What is put into an authenticator app.
     *
     * @param typed the secret in letters
     * @param uri the same for a picture
     */
    public record Offer(ConsoleAccount account, String typed, String uri) {

        @Override
        public String toString() {
            return "Offer to " + account.name();
        }
    }

    /** What a person chose. */
    public record Choice(String password, String code) {

        @Override
        public String toString() {
            return "…";
        }
    }

    /** How it ended. */
    public sealed interface Ended {

        /** @param recovery shown once, each good once */
        record Enrolled(ConsoleAccount account, List<SpokenCode> recovery) implements Ended {}

        /** No such invitation, or its time is over. */
        record NotInvited() implements Ended {}

        /** Too short, too long, or of fewer than six different characters. */
        record PasswordTooWeak() implements Ended {}

        record CodeWrong() implements Ended {}
    }

    /** Empty where there is no such invitation, or its time is over. */
    public Optional<Offer> offer(AccountName name, SpokenCode invitation, Instant now) {
        return invited(name, invitation, now)
                .flatMap(found -> found.factor()
                        .map(secret -> new Offer(found.account(), Totp.typed(secret), Totp.uri(name, secret))));
    }

    public Ended complete(AccountName name, SpokenCode invitation, Choice choice, Instant now) {
        var found = invited(name, invitation, now);
        if (found.isEmpty()) {
            return new Ended.NotInvited();
        }
        if (isWeak(choice.password())) {
            return new Ended.PasswordTooWeak();
        }
        var step = totp.step(found.get().factor().orElseThrow(), choice.code(), now, 0);
        if (step.isEmpty()) {
            return new Ended.CodeWrong();
        }
        var recovery = Stream.generate(() -> SpokenCode.recovery(random))
                .limit(RECOVERY_CODES)
                .toList();
        return credentials.enrol(name, invitation.hash(), hashed(choice.password()), step.getAsLong(), recovery)
                ? new Ended.Enrolled(found.get().account(), recovery)
                : new Ended.NotInvited();
    }

    private Optional<Credentials> invited(AccountName name, SpokenCode invitation, Instant now) {
        return credentials
                .find(name)
                .filter(found -> found.invitation()
                        .filter(one -> one.isOpenedBy(invitation, now))
                        .isPresent());
    }

    private static boolean isWeak(String password) {
        return password.length() < SHORTEST_PASSWORD
                || password.length() > LONGEST_PASSWORD
                || password.chars().distinct().count() < SHORTEST_PASSWORD / 2;
    }

    private PasswordHash hashed(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return PasswordHash.of(password, salt, PasswordHash.USUAL_ITERATIONS);
    }
}
