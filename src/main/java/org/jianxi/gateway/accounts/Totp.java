package org.jianxi.gateway.accounts;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** The second factor: six digits every 30 s from a shared secret (RFC 6238 with HMAC-SHA-1, which is what authenticator apps speak). */
public final class Totp {

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;
    private static final int SECRET_BYTES = 20;

    /** A clock may be one step early or late. */
    private static final int WINDOW = 1;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);

    /** 160 random bits, as RFC 4226 §4 recommends. */
    static byte[] newSecret(SecureRandom random) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** As a person types it into an app. */
    static String typed(byte[] secret) {
        return SpokenCode.grouped(secret).replace('-', ' ');
    }

    /** As an app reads it from a picture. */
    static String uri(AccountName account, byte[] secret) {
        return "otpauth://totp/jianxi:%s?secret=%s&issuer=jianxi&algorithm=SHA1&digits=%d&period=%d"
                .formatted(account, new Base32().encodeAsString(secret).replace("=", ""), DIGITS, STEP.toSeconds());
    }

    /**
     * Which step's code this is, among the present one and its neighbours; empty for a wrong code and for one of a step that was used, or
     * before it. Every candidate is compared, in constant time.
     *
     * @param usedStep the newest step whose code was used
     */
    OptionalLong step(byte[] secret, String code, Instant now, long usedStep) {
        var offered = code.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        var present = now.getEpochSecond() / STEP.toSeconds();
        var found = OptionalLong.empty();
        for (var step = present - WINDOW; step <= present + WINDOW; step++) {
            if (MessageDigest.isEqual(at(secret, step), offered) && step > usedStep) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private byte[] at(byte[] secret, long step) {
        try {
            var key = new SecretKeySpec(secret, generator.getAlgorithm());
            var moment = Instant.ofEpochSecond(step * STEP.toSeconds());
            return generator
                    .generateOneTimePasswordString(key, moment, Locale.ROOT)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("Any bytes are a key of an HMAC", impossible);
        }
    }
}
