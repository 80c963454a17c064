package org.jianxi.gateway.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** An RSA or ECDSA key of the Java platform. */
record PlatformKey(PrivateKey secret, SubjectPublicKeyInfo publicKeyInfo) implements FileKey {

    private static final int RSA_BITS = 3072;

    static PlatformKey newRsaKey(SecureRandom random) {
        return newKey("RSA", new RSAKeyGenParameterSpec(RSA_BITS, RSAKeyGenParameterSpec.F4), random);
    }

    static PlatformKey newEcdsaKey(SecureRandom random) {
        return newKey("EC", new ECGenParameterSpec("secp256r1"), random);
    }

    private static PlatformKey newKey(String kind, AlgorithmParameterSpec parameters, SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(parameters, random);
            var pair = generator.generateKeyPair();
            return new PlatformKey(
                    pair.getPrivate(),
                    SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform makes such keys", impossible);
        }
    }

    /** From another maker's key object, by its PKCS#8 bytes. Throws {@link KeyProblem} for a kind the platform does not know. */
    static PlatformKey of(byte[] pkcs8, SubjectPublicKeyInfo publicKey) {
        try {
            var kind = Algorithm.of(publicKey) == Algorithm.RSA ? "RSA" : "EC";
            return new PlatformKey(
                    KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)), publicKey);
        } catch (GeneralSecurityException unusable) {
            throw new KeyProblem("The key store's key cannot be used", unusable);
        }
    }

    @Override
    public PrivateKeyInfo privateKeyInfo() {
        return PrivateKeyInfo.getInstance(secret.getEncoded());
    }

    @Override
    public BareSigner signing(SecureRandom random) {
        return PlatformSigner.ofPlatform(Algorithm.of(publicKeyInfo), secret);
    }

    @Override
    public String toString() {
        return "PlatformKey";
    }
}
