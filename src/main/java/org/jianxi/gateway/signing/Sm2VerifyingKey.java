package org.jianxi.gateway.signing;

import java.util.Set;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** SM2 with SM3, under one user identity that is fixed with the key; no other is ever tried. */
final class Sm2VerifyingKey implements VerifyingKey {

    private static final Set<String> DIGESTS = Set.of(GMObjectIdentifiers.sm3.getId());

    /** The second is how GB/T 35275 toolkits (CFCA SADK among them) name the same signature. */
    private static final Set<String> SIGNATURES =
            Set.of(GMObjectIdentifiers.sm2sign_with_sm3.getId(), GMObjectIdentifiers.sm2sign.getId());

    private final SignerPool verifiers;

    Sm2VerifyingKey(ECPublicKeyParameters key, byte[] userId) {
        verifiers = SignerPool.verifying(key, userId);
    }

    @Override
    public HashFunction digest() {
        return HashFunction.SM3;
    }

    @Override
    public Set<String> digestIds() {
        return DIGESTS;
    }

    @Override
    public Set<String> signatureIds() {
        return SIGNATURES;
    }

    @Override
    public boolean verifies(byte[] message, byte[] signature) {
        return verifiers.verifies(message, signature);
    }
}
