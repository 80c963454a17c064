package org.jianxi.gateway.signing;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Tells whether two records are of one person without keeping the number: HMAC-SM3 under a key that no database holds. Without the key
 * the few thousand million numbers there can be cannot be tried.
 */
public final class PersonTokens {

    static final int KEY_BYTES = 32;

    private final KeyParameter key;

    PersonTokens(byte[] key) {
        if (key.length < KEY_BYTES) {
            throw new KeyProblem("A key of tokens has 32 bytes");
        }
        this.key = new KeyParameter(key);
    }

    /**
     * @param domain what is told apart, such as {@code citizen-id}: the same text in two domains has two tokens
     * @param normalised the number in the one spelling that everybody uses
     * @return 32 bytes
     */
    public byte[] of(String domain, String normalised) {
        return mac((domain + "\0" + normalised).getBytes(StandardCharsets.UTF_8));
    }

    byte[] mac(byte[] message) {
        var hmac = new HMac(new SM3Digest());
        hmac.init(key);
        hmac.update(message, 0, message.length);
        var token = new byte[hmac.getMacSize()];
        hmac.doFinal(token, 0);
        return token;
    }

    @Override
    public String toString() {
        return "PersonTokens";
    }
}
