package org.jianxi.gateway.signing;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/**
 * The one elliptic curve of GB/T 32918.5 and the ways onto it.
 *
 * <p>The curve comes from {@code CustomNamedCurves}: signing on the one of {@code GMNamedCurves} takes six times as long.
 */
final class Sm2 {

    /** The user identity of GB/T 35276 §10, sixteen ASCII characters and not eight bytes. Goes into every signature's hash. */
    static final String USER_ID = "1234567812345678";

    static final ECNamedDomainParameters CURVE =
            new ECNamedDomainParameters(GMObjectIdentifiers.sm2p256v1, CustomNamedCurves.getByName("sm2p256v1"));

    private Sm2() {}

    static byte[] userId() {
        return USER_ID.getBytes(StandardCharsets.US_ASCII);
    }

    static boolean isKey(SubjectPublicKeyInfo key) {
        var algorithm = key.getAlgorithm();
        return algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                && GMObjectIdentifiers.sm2p256v1.equals(algorithm.getParameters());
    }

    /** Throws {@link IllegalArgumentException} for a point that is not on the curve, or at infinity. */
    static ECPublicKeyParameters publicKey(byte[] point) {
        return new ECPublicKeyParameters(CURVE.getCurve().decodePoint(point), CURVE);
    }
}
