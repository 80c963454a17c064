package org.jianxi.gateway.canonical;

import java.security.MessageDigest;
import java.util.HexFormat;

/** An SM3 hash (GB/T 32905) of 32 bytes, written as 64 lower-case hexadecimal digits. */
public record Digest(String hex) {

    private static final HexFormat HEX = HexFormat.of();
    private static final int BYTES = 32;

    public Digest {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not a digest of 32 bytes: " + hex);
        }
    }

    public static Digest of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A digest has 32 bytes, not " + bytes.length);
        }
        return new Digest(HEX.formatHex(bytes));
    }

    /** The 32 bytes; a new array each time. */
    public byte[] bytes() {
        return HEX.parseHex(hex);
    }

    /** Whether these are the hash's bytes, compared in constant time. */
    public boolean matches(byte[] other) {
        return MessageDigest.isEqual(bytes(), other);
    }

    @Override
    public String toString() {
        return hex;
    }
}
