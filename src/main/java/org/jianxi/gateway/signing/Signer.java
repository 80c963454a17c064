package org.jianxi.gateway.signing;

import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

/**
 * Signs with one SM2 key (GB/T 32918.2, SM3, user identity {@code 1234567812345678}). Safe for many threads.
 *
 * <p>Two signatures over the same bytes differ: never use one as a key or compare two.
 */
public final class Signer {

    private final SigningCertificate certificate;
    private final SignerPool signers;

    Signer(SigningCertificate certificate, ECPrivateKeyParameters key, SecureRandom random) {
        this.certificate = certificate;
        this.signers = SignerPool.signing(key, random);
    }

    /** CMS SignedData in DER as GB/T 35275 has it, with the content and our certificate inside. */
    public byte[] sign(byte[] content) {
        return seal(content, Optional.of(content));
    }

    /** The same without the content, to travel beside it. */
    public byte[] signDetached(byte[] content) {
        return seal(content, Optional.empty());
    }

    private byte[] seal(byte[] content, Optional<byte[]> attached) {
        var layout = new SignedDataWriter(certificate, content);
        return layout.write(signature(layout.toBeSigned()), attached);
    }

    /** The bare signature: DER of the two integers r and s. */
    public byte[] signature(byte[] message) {
        return signers.sign(message);
    }

    public SigningCertificate certificate() {
        return certificate;
    }
}
