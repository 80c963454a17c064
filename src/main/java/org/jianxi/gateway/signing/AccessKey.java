package org.jianxi.gateway.signing;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.jianxi.gateway.canonical.Digest;

/**
 * A sender's or an officer's API key: 256 random bits, shown once, kept only as its SM3 hash.
 *
 * <p>A plain hash suffices because the key is random; it is not a password that someone chose.
 */
public record AccessKey(String secret) {

    private static final String MARK = "jx_";
    private static final int BYTES = 32;

    public static AccessKey newKey(SecureRandom random) {
        var bits = new byte[BYTES];
        random.nextBytes(bits);
        return new AccessKey(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** What is stored, and what a presented key is looked up by. */
    public static Digest hash(String presented) {
        return Sm3.of(presented.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the presented text is the key behind the stored hash, compared in constant time. */
    public static boolean opens(String presented, Digest stored) {
        return stored.matches(hash(presented).bytes());
    }

    public Digest hash() {
        return hash(secret);
    }

    /** Never the secret: records are printed in logs. */
    @Override
    public String toString() {
        return MARK + "…";
    }
}
