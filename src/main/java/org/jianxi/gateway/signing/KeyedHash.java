package org.jianxi.gateway.signing;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC-SM3 (GB/T 15852.2) under one key: what a number becomes where the number itself must not be. For one thread. */
public final class KeyedHash {

    /** Of a hash, in bytes. */
    public static final int BYTES = HashFunction.BYTES;

    private static final int SHORTEST_KEY = 16;

    private final HMac mac = new HMac(new SM3Digest());

    /** Throws {@link IllegalArgumentException} for a key of less than 16 bytes. */
    public KeyedHash(byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("A key has at least " + SHORTEST_KEY + " bytes, not " + key.length);
        }
        mac.init(new KeyParameter(key));
    }

    /** The 32 bytes for this message. */
    public byte[] of(byte[] message) {
        var hash = new byte[BYTES];
        mac.update(message, 0, message.length);
        mac.doFinal(hash, 0);
        return hash;
    }
}
