package org.jianxi.gateway.signing;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Supplier;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Keeps what is somebody's under a key: SM4 in GCM (GB/T 32907), a fresh nonce of 96 bits in front, the tag of 128 bits behind. Nonces
 * are random, so one key seals four thousand million values at most.
 */
public final class PersonSeal {

    static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String keyId;
    private final KeyParameter key;
    private final SecureRandom random;
    private final Supplier<GCMBlockCipher> ciphers;

    PersonSeal(String keyId, byte[] key, SecureRandom random) {
        this(keyId, checked(key), random);
    }

    private PersonSeal(String keyId, KeyParameter key, SecureRandom random) {
        this(keyId, key, random, () -> keyed(key));
    }

    private PersonSeal(String keyId, KeyParameter key, SecureRandom random, Supplier<GCMBlockCipher> ciphers) {
        this.keyId = keyId;
        this.key = key;
        this.random = random;
        this.ciphers = ciphers;
    }

    private static KeyParameter checked(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new KeyProblem("An SM4 key has 16 bytes");
        }
        return new KeyParameter(key);
    }

    /** With the key's own tables made; what it is initialised with here seals nothing. */
    private static GCMBlockCipher keyed(KeyParameter key) {
        var cipher = (GCMBlockCipher) GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(true, new AEADParameters(key, TAG_BITS, new byte[NONCE_BYTES]));
        return cipher;
    }

    /** The same for one thread that seals many values: its tables are made once. */
    public PersonSeal forOneThread() {
        var cipher = keyed(key);
        return new PersonSeal(keyId, key, random, () -> cipher);
    }

    /** What the row says beside the sealed value. */
    public String keyId() {
        return keyId;
    }

    /** @param bound where it lies, such as table, row and column: moved elsewhere it opens no more */
    public byte[] seal(byte[] plain, String bound) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(true, nonce, bound.getBytes(StandardCharsets.UTF_8));
            var sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
            var length = cipher.processBytes(plain, 0, plain.length, sealed, NONCE_BYTES);
            cipher.doFinal(sealed, NONCE_BYTES + length);
            return sealed;
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException("Sealing cannot fail", impossible);
        }
    }

    /** Throws {@link KeyProblem} when it was changed, moved, or sealed under another key. */
    public byte[] open(byte[] sealed, String bound) {
        if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw new KeyProblem("A sealed value is cut short");
        }
        return open(
                Arrays.copyOf(sealed, NONCE_BYTES),
                Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length),
                bound.getBytes(StandardCharsets.UTF_8));
    }

    byte[] open(byte[] nonce, byte[] content, byte[] bound) {
        try {
            var cipher = cipher(false, nonce, bound);
            var plain = new byte[cipher.getOutputSize(content.length)];
            var length = cipher.processBytes(content, 0, content.length, plain, 0);
            cipher.doFinal(plain, length);
            return plain;
        } catch (InvalidCipherTextException | IllegalArgumentException changed) {
            throw new KeyProblem("A sealed value does not open under key " + keyId, changed);
        }
    }

    private GCMBlockCipher cipher(boolean sealing, byte[] nonce, byte[] bound) {
        var cipher = ciphers.get();
        // without a key it goes on with its own
        cipher.init(sealing, new AEADParameters(null, TAG_BITS, nonce, bound));
        return cipher;
    }

    /** Names the key and shows nothing of it. */
    @Override
    public String toString() {
        return "PersonSeal " + keyId;
    }
}
