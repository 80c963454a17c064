package org.jianxi.gateway.signing;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Signs with one key: SM2 (GB/T 32918.2, SM3, user identity {@code 1234567812345678}), or RSA and ECDSA with SHA-256. Safe for many
 * threads.
 *
 * <p>Two signatures over the same bytes differ: never use one as a key or compare two.
 */
public final class Signer {

    private final SigningCertificate certificate;
    private final BareSigner key;

    Signer(SigningCertificate certificate, BareSigner key) {
        this.certificate = certificate;
        this.key = key;
    }

    /**
     * The same key, asked whether it may sign before each signature: evidence that nobody will believe is not made.
     *
     * <p>Signing throws {@link KeyProblem} with the reason while there is one.
     */
    public Signer unless(Supplier<Optional<Refusal>> objection) {
        return new Signer(certificate, message -> {
            objection.get().ifPresent(refusal -> {
                throw new KeyProblem("Our own certificate " + certificate + ": "
                        + refusal.message().en());
            });
            return key.sign(message);
        });
    }

    /** CMS SignedData in DER as GB/T 35275 has it (RFC 5652 for RSA and ECDSA), with the content and our certificate inside. */
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

    /** The bare signature; of SM2 and ECDSA, DER of the two integers r and s. */
    public byte[] signature(byte[] message) {
        return key.sign(message);
    }

    public SigningCertificate certificate() {
        return certificate;
    }
}
