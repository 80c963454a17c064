package org.jianxi.gateway.signing;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/**
 * One figure or field of a submission, hidden behind its own random salt, so that it can be shown without any other.
 *
 * <p>Without the salt a small number could be found from its hash by trying; with it the hash tells nothing.
 *
 * @param path where it stands in the canonical form, as a JSON pointer: {@code /indicators/8}
 * @param value as written there, always as text
 * @param salt 16 random bytes in lower-case hexadecimal
 */
public record SaltedLeaf(String path, String value, String salt) {

    static final int SALT_BYTES = 16;

    public SaltedLeaf {
        if (salt.length() != 2 * SALT_BYTES || !isOfDigits(salt)) {
            throw new IllegalArgumentException("A salt is 32 hexadecimal digits: " + salt);
        }
    }

    private static boolean isOfDigits(String salt) {
        for (var at = 0; at < salt.length(); at++) {
            if (!isDigit(salt.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char unit) {
        return unit >= '0' && unit <= '9' || unit >= 'a' && unit <= 'f';
    }

    /** With a fresh salt. */
    public static SaltedLeaf salting(String path, String value, SecureRandom random) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new SaltedLeaf(path, value, HexFormat.of().formatHex(salt));
    }

    /** The bytes behind the hash: canonical JSON of path, salt and value. */
    public byte[] content() {
        return CanonicalBytes.of(Map.of("path", path, "salt", salt, "value", value));
    }

    /** The leaf's hash in the submission's tree: SM3 of 0x00 and the content. */
    public byte[] hash() {
        return MerkleTree.sm3().leafHash(content());
    }
}
