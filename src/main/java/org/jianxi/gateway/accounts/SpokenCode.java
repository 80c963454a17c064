package org.jianxi.gateway.accounts;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import org.apache.commons.codec.binary.Base32;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.Sm3;

/**
 * Random bits that a person can read out and type: letters and 2 to 7 in groups of four. Kept only as SM3, which suffices because nobody
 * chose it.
 */
public record SpokenCode(String written) {

    private static final int INVITATION_BYTES = 15;
    private static final int RECOVERY_BYTES = 10;
    private static final int LONGEST = 80;

    /** 120 bits, which open one enrolment. */
    public static SpokenCode invitation(SecureRandom random) {
        return fresh(random, INVITATION_BYTES);
    }

    /** 80 bits, which stand in for the second factor once. */
    public static SpokenCode recovery(SecureRandom random) {
        return fresh(random, RECOVERY_BYTES);
    }

    /** What is kept of it; the same for every way of writing it, with spaces or without, in small letters or capitals. */
    public Digest hash() {
        var bare = written.length() > LONGEST ? "" : written.replaceAll("[\\s-]", "");
        return Sm3.of(bare.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    /** Never the code: records are printed in logs. */
    @Override
    public String toString() {
        return "…";
    }

    private static SpokenCode fresh(SecureRandom random, int bytes) {
        var bits = new byte[bytes];
        random.nextBytes(bits);
        return new SpokenCode(grouped(bits));
    }

    /** Base32 (RFC 4648) without filling, in groups of four. */
    static String grouped(byte[] bits) {
        var letters = new Base32().encodeAsString(bits).replace("=", "");
        return letters.replaceAll("(.{4})(?=.)", "$1-");
    }
}
