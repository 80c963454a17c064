package org.jianxi.gateway.signing;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidParameterSpecException;
import java.util.Optional;
import javax.crypto.KeyAgreement;
import org.bouncycastle.util.BigIntegers;

/**
 * The secret of whoever evaluates blinded points: of each point its product is given, as the coordinate x alone. Has no text form
 * that shows it. Safe for many threads.
 *
 * <p>Strangers' points go through the platform's Diffie-Hellman, whose time does not depend on the secret; one's own texts
 * through a quicker product, whose time nobody else sees.
 */
public final class BlindKey {

    private static final ECParameterSpec PARAMETERS = parameters();

    private final BigInteger secret;
    private final PrivateKey platformKey;

    private BlindKey(BigInteger secret) {
        this.secret = secret;
        try {
            this.platformKey = KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(secret, PARAMETERS));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has P-256", impossible);
        }
    }

    public static BlindKey newKey(SecureRandom random) {
        return new BlindKey(
                BigIntegers.createRandomInRange(BigInteger.ONE, P256.order().subtract(BigInteger.ONE), random));
    }

    /** Throws {@link KeyProblem} when these 32 bytes are no secret of the curve. */
    public static BlindKey of(byte[] secret) {
        var number = new BigInteger(1, secret);
        if (secret.length != P256.COORDINATE || number.signum() == 0 || number.compareTo(P256.order()) >= 0) {
            throw new KeyProblem("Not a secret of P-256");
        }
        return new BlindKey(number);
    }

    /** The 32 bytes to keep where only their owner reads. */
    public byte[] secret() {
        return BigIntegers.asUnsignedByteArray(P256.COORDINATE, secret);
    }

    /** Whether these bytes are a point that can be answered: 33 bytes, on the curve, not at infinity. */
    public static boolean isPoint(byte[] compressed) {
        return P256.decoded(compressed).isPresent();
    }

    /** 32 bytes for 33; empty when those are no point. */
    public Optional<byte[]> answer(byte[] compressed) {
        return P256.decoded(compressed).map(point -> {
            var affine = new ECPoint(
                    point.getAffineXCoord().toBigInteger(),
                    point.getAffineYCoord().toBigInteger());
            return agreed(affine);
        });
    }

    /** The same for a text of one's own, unblinded. */
    public byte[] evaluate(PointHash hash, String text) {
        return P256.coordinate(hash.of(text).multiply(secret));
    }

    private byte[] agreed(ECPoint point) {
        try {
            PublicKey theirs = KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, PARAMETERS));
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(platformKey);
            agreement.doPhase(theirs, true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A point of the curve has a product", impossible);
        }
    }

    private static ECParameterSpec parameters() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (NoSuchAlgorithmException | InvalidParameterSpecException impossible) {
            throw new IllegalStateException("Every Java platform has P-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "BlindKey";
    }
}
