package org.jianxi.gateway.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.generators.SM2KeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** A private SM2 key and its public half, both on our curve object. Has no text form that shows it. */
record Sm2Key(ECPrivateKeyParameters privateKey, ECPublicKeyParameters publicKey) implements FileKey {

    static Sm2Key newKey(SecureRandom random) {
        var generator = new SM2KeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(Sm2.CURVE, random));
        var pair = generator.generateKeyPair();
        return new Sm2Key((ECPrivateKeyParameters) pair.getPrivate(), (ECPublicKeyParameters) pair.getPublic());
    }

    /** Throws {@link IllegalArgumentException} when the number is no private key of the curve. */
    static Sm2Key of(BigInteger secret) {
        return new Sm2Key(
                new ECPrivateKeyParameters(secret, Sm2.CURVE),
                new ECPublicKeyParameters(Sm2.CURVE.getG().multiply(secret), Sm2.CURVE));
    }

    @Override
    public PrivateKeyInfo privateKeyInfo() {
        try {
            return PrivateKeyInfoFactory.createPrivateKeyInfo(privateKey);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A key in memory has an encoding", impossible);
        }
    }

    @Override
    public BareSigner signing(SecureRandom random) {
        return SignerPool.signing(privateKey, random)::sign;
    }

    @Override
    public SubjectPublicKeyInfo publicKeyInfo() {
        try {
            return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicKey);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A key in memory has an encoding", impossible);
        }
    }

    @Override
    public String toString() {
        return "Sm2Key";
    }
}
