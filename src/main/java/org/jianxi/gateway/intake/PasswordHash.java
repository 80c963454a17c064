package org.jianxi.gateway.intake;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password that can be checked and not read, written {@code pbkdf2-sha256$<iterations>$<salt>$<hash>}.
 *
 * @param written that form, salt and hash in base64
 */
public record PasswordHash(String written) {

    /** The iterations new passwords are hashed with. */
    public static final int USUAL_ITERATIONS = 210_000;

    private static final String SCHEME = "pbkdf2-sha256";
    private static final int HASH_BITS = 256;

    /** Hashes a new password; the salt is random bytes, 16 at least, never used before. */
    public static PasswordHash of(String password, byte[] salt, int iterations) {
        return written(iterations, salt, derive(password, salt, iterations));
    }

    private static PasswordHash written(int iterations, byte[] salt, byte[] hash) {
        var base64 = Base64.getEncoder();
        return new PasswordHash(
                "%s$%d$%s$%s".formatted(SCHEME, iterations, base64.encodeToString(salt), base64.encodeToString(hash)));
    }

    /** What no password is, and what takes as long to find out: to compare with where there is no account. */
    public static PasswordHash nobodys(SecureRandom random) {
        var salt = new byte[HASH_BITS / Byte.SIZE / 2];
        var hash = new byte[HASH_BITS / Byte.SIZE];
        random.nextBytes(salt);
        random.nextBytes(hash);
        return written(USUAL_ITERATIONS, salt, hash);
    }

    /** Whether this is the password, compared in constant time. */
    public boolean matches(String password) {
        var parts = written.split("\\$", -1);
        var expected = Base64.getDecoder().decode(parts[3]);
        var salt = Base64.getDecoder().decode(parts[2]);
        return MessageDigest.isEqual(expected, derive(password, salt, Integer.parseInt(parts[1])));
    }

    @Override
    public String toString() {
        return SCHEME;
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every Java has PBKDF2WithHmacSHA256", absent);
        } finally {
            spec.clearPassword();
        }
    }
}
