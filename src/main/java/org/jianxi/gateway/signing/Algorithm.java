package org.jianxi.gateway.signing;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** What a key signs with: SM2 with SM3, or RSA and ECDSA with SHA-256. */
public enum Algorithm {
    SM2("SM3withSM2"),
    RSA("SHA256withRSA"),
    ECDSA("SHA256withECDSA");

    private final String platformName;

    Algorithm(String platformName) {
        this.platformName = platformName;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Algorithm> named(String wireName) {
        return Stream.of(values())
                .filter(algorithm -> algorithm.wireName().equals(wireName))
                .findFirst();
    }

    /** Throws {@link KeyProblem} for a key of another kind. */
    static Algorithm of(SubjectPublicKeyInfo key) {
        var kind = key.getAlgorithm().getAlgorithm();
        if (Sm2.isKey(key)) {
            return SM2;
        }
        if (kind.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return RSA;
        }
        if (kind.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return ECDSA;
        }
        throw new KeyProblem("A key of an unknown kind: " + kind.getId());
    }

    /** How the Java platform's providers call the signature. */
    String platformName() {
        return platformName;
    }

    FileKey newKey(SecureRandom random) {
        return switch (this) {
            case SM2 -> Sm2Key.newKey(random);
            case RSA -> PlatformKey.newRsaKey(random);
            case ECDSA -> PlatformKey.newEcdsaKey(random);
        };
    }
}
