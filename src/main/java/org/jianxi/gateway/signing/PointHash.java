package org.jianxi.gateway.signing;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;
import org.bouncycastle.math.ec.ECPoint;

/** Texts as points of P-256 that nobody knows a logarithm of, under a domain of our own. Not safe for several threads. */
public final class PointHash {

    /** RFC 9380 §3.1: no two protocols share one, and a new version of ours has a new one. */
    static final String DOMAIN = "JIANXI-BLIND-V01-CS01-with-P256_XMD:SHA-256_SSWU_RO_";

    private final HashToEllipticCurve hashing = P256.hashing(DOMAIN);

    ECPoint of(String text) {
        return hashing.hashToCurve(text.getBytes(StandardCharsets.US_ASCII));
    }
}
