package org.jianxi.gateway.signing;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.custom.sec.SecP256R1Curve;

/** The curve P-256 and the ways onto it: from a text (RFC 9380, P256_XMD:SHA-256_SSWU_RO_) and from 33 bytes. */
final class P256 {

    static final int COMPRESSED = 33;
    static final int COORDINATE = 32;

    private static final SecP256R1Curve CURVE = new SecP256R1Curve();

    private P256() {}

    static BigInteger order() {
        return CURVE.getOrder();
    }

    /** Not safe for several threads, and slow to make: one for each thread. */
    static HashToEllipticCurve hashing(String domain) {
        return HashToEllipticCurve.getInstance(HashToCurveProfile.P256_XMD_SHA_256, domain);
    }

    /** Empty for anything but a point of the curve; the one at infinity has no encoding of this length. */
    static Optional<ECPoint> decoded(byte[] compressed) {
        if (compressed.length != COMPRESSED) {
            return Optional.empty();
        }
        try {
            return Optional.of(CURVE.decodePoint(compressed)).filter(point -> !point.isInfinity());
        } catch (IllegalArgumentException notOnTheCurve) {
            return Optional.empty();
        }
    }

    /** Either of the two points with this coordinate: products of both have the same coordinate again. */
    static Optional<ECPoint> lifted(byte[] coordinate) {
        if (coordinate.length != COORDINATE) {
            return Optional.empty();
        }
        var compressed = new byte[COMPRESSED];
        compressed[0] = 2;
        System.arraycopy(coordinate, 0, compressed, 1, COORDINATE);
        return decoded(compressed);
    }

    static byte[] coordinate(ECPoint point) {
        return point.normalize().getAffineXCoord().getEncoded();
    }
}
