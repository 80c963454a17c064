package org.jianxi.gateway.signing;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;

/** Bouncy Castle's way to ask for a signature, answered by our signers. For one signature. */
final class Sm2ContentSigner implements ContentSigner {

    private final SignerPool signers;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    Sm2ContentSigner(Sm2Key key, SecureRandom random) {
        this.signers = SignerPool.signing(key.privateKey(), random);
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    @Override
    public byte[] getSignature() {
        return signers.sign(content.toByteArray());
    }
}
