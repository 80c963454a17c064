package org.jianxi.gateway.signing;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;

/**
 * A text as a point times a random factor of its own: the product is any point with equal chance, so that no computing power finds
 * the text in it.
 *
 * @param factor 32 bytes, secret
 * @param point 33 bytes, for whoever evaluates
 */
public record BlindedText(byte[] factor, byte[] point) {

    public static BlindedText of(PointHash hash, String text, SecureRandom random) {
        var factor = randomFactor(random);
        var point = hash.of(text).multiply(factor).normalize().getEncoded(true);
        return new BlindedText(BigIntegers.asUnsignedByteArray(P256.COORDINATE, factor), point);
    }

    /** What {@link BlindKey#evaluate} gives for the text, from the answer to the point; empty when that is no coordinate. */
    public Optional<byte[]> opened(byte[] answer) {
        var inverse = new BigInteger(1, factor).modInverse(P256.order());
        return P256.lifted(answer).map(point -> P256.coordinate(point.multiply(inverse)));
    }

    private static BigInteger randomFactor(SecureRandom random) {
        return BigIntegers.createRandomInRange(BigInteger.ONE, P256.order().subtract(BigInteger.ONE), random);
    }

    @Override
    public String toString() {
        return "BlindedText";
    }
}
