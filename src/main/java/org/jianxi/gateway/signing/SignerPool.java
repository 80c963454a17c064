package org.jianxi.gateway.signing;

import java.security.SecureRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;

/**
 * SM2 signers that are ready for one key and one user identity. Each is used by one thread at a time and then put back.
 *
 * <p>Making one ready costs four times as much as a signature. A queue and not a thread's own variable, because virtual threads are
 * made for each request and thrown away.
 */
final class SignerPool {

    private final Supplier<SM2Signer> newSigner;
    private final ConcurrentLinkedQueue<SM2Signer> idle = new ConcurrentLinkedQueue<>();

    private SignerPool(Supplier<SM2Signer> newSigner) {
        this.newSigner = newSigner;
    }

    static SignerPool signing(ECPrivateKeyParameters key, SecureRandom random) {
        var ready = new ParametersWithID(new ParametersWithRandom(key, random), Sm2.userId());
        return new SignerPool(() -> initialised(true, ready));
    }

    static SignerPool verifying(ECPublicKeyParameters key, byte[] userId) {
        var ready = new ParametersWithID(key, userId.clone());
        return new SignerPool(() -> initialised(false, ready));
    }

    private static SM2Signer initialised(boolean signing, CipherParameters parameters) {
        var signer = new SM2Signer();
        signer.init(signing, parameters);
        return signer;
    }

    byte[] sign(byte[] message) {
        var signer = fed(message);
        try {
            var signature = signer.generateSignature();
            idle.add(signer);
            return signature;
        } catch (CryptoException impossible) {
            throw new IllegalStateException("SM2 could not sign", impossible);
        }
    }

    /** False for anything that is not a signature in DER over this message. */
    boolean verifies(byte[] message, byte[] signature) {
        var signer = fed(message);
        try {
            var right = signer.verifySignature(signature);
            idle.add(signer);
            return right;
        } catch (RuntimeException malformed) {
            return false; // and the signer is not put back: what it still remembers is unknown
        }
    }

    private SM2Signer fed(byte[] message) {
        var waiting = idle.poll();
        var signer = waiting == null ? newSigner.get() : waiting;
        signer.update(message, 0, message.length);
        return signer;
    }
}
