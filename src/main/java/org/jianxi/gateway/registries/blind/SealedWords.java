package org.jianxi.gateway.registries.blind;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A category's words under a key of their own (AES-GCM), which stands in the entries of that category alone. All are filled up to
 * one length.
 */
final class SealedWords {

    /** In bytes. */
    static final int KEY = 16;

    private static final int STEP = 64;
    private static final int TAG_BITS = 128;
    private static final int TAG = TAG_BITS / Byte.SIZE;

    /** Each key seals one text once. */
    private static final byte[] NONCE = new byte[12];

    private SealedWords() {}

    /** In bytes, with room for the longest of these. */
    static int slot(Iterable<String> words) {
        var longest = 0;
        for (var one : words) {
            longest = Math.max(longest, one.getBytes(StandardCharsets.UTF_8).length);
        }
        return (longest / STEP + 1) * STEP + TAG;
    }

    static byte[] sealed(String words, byte[] key, int slot) {
        var filled = new byte[slot - TAG];
        var utf8 = words.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(utf8, 0, filled, 0, utf8.length);
        try {
            return cipher(Cipher.ENCRYPT_MODE, key).doFinal(filled);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES-GCM", impossible);
        }
    }

    /** Empty when they were not sealed with this key. */
    static Optional<String> opened(byte[] sealed, byte[] key) {
        try {
            var filled = cipher(Cipher.DECRYPT_MODE, key).doFinal(sealed);
            var length = filled.length;
            while (length > 0 && filled[length - 1] == 0) {
                length--;
            }
            return Optional.of(new String(filled, 0, length, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException other) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, byte[] key) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, NONCE));
        return cipher;
    }
}
