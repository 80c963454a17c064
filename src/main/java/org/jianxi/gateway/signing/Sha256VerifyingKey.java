package org.jianxi.gateway.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Set;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** RSA or ECDSA with SHA-256, by the Java platform's own code: for senders who have no SM2 certificate. */
final class Sha256VerifyingKey implements VerifyingKey {

    private static final Set<String> DIGESTS = Set.of(NISTObjectIdentifiers.id_sha256.getId());
    private static final Set<String> RSA =
            Set.of(PKCSObjectIdentifiers.rsaEncryption.getId(), PKCSObjectIdentifiers.sha256WithRSAEncryption.getId());
    private static final Set<String> ECDSA = Set.of(X9ObjectIdentifiers.ecdsa_with_SHA256.getId());

    private static final int LEAST_RSA_BITS = 2048;

    private final String algorithm;
    private final Set<String> signatureIds;
    private final PublicKey key;

    private Sha256VerifyingKey(String algorithm, Set<String> signatureIds, PublicKey key) {
        this.algorithm = algorithm;
        this.signatureIds = signatureIds;
        this.key = key;
    }

    /** Throws {@link KeyProblem} for a key of another kind, or on a curve the platform does not know. */
    static Sha256VerifyingKey of(SubjectPublicKeyInfo info) {
        var kind = info.getAlgorithm().getAlgorithm();
        try {
            if (kind.equals(PKCSObjectIdentifiers.rsaEncryption)) {
                return new Sha256VerifyingKey("SHA256withRSA", RSA, longEnough(publicKey("RSA", info)));
            }
            if (kind.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
                return new Sha256VerifyingKey("SHA256withECDSA", ECDSA, publicKey("EC", info));
            }
            throw new KeyProblem("A key of an unknown kind: " + kind.getId());
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new KeyProblem("A public key that cannot be used: " + unreadable.getMessage());
        }
    }

    private static PublicKey longEnough(PublicKey key) {
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= LEAST_RSA_BITS) {
            return key;
        }
        throw new KeyProblem("An RSA key of fewer than " + LEAST_RSA_BITS + " bits");
    }

    private static PublicKey publicKey(String kind, SubjectPublicKeyInfo info)
            throws GeneralSecurityException, IOException {
        return KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(info.getEncoded()));
    }

    @Override
    public HashFunction digest() {
        return HashFunction.SHA_256;
    }

    @Override
    public Set<String> digestIds() {
        return DIGESTS;
    }

    @Override
    public Set<String> signatureIds() {
        return signatureIds;
    }

    @Override
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(message);
            return isWellFormed(signature) && verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /** The platform takes ECDSA integers that are not DER; one signature would then have several spellings. */
    private boolean isWellFormed(byte[] signature) {
        if (!(key instanceof ECPublicKey curve)) {
            return true;
        }
        try {
            StandardDSAEncoding.INSTANCE.decode(curve.getParams().getOrder(), signature);
            return true;
        } catch (IOException | RuntimeException notDer) {
            return false;
        }
    }
}
