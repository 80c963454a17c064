package org.jianxi.gateway.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.signing.Seal;
import org.jianxi.gateway.signing.SealVerifier;
import org.jianxi.gateway.signing.SigningCertificate;

/** Knows our own seals, made with whichever of our certificates was in use at the time. */
public final class OwnSeals {

    private final List<SigningCertificate> certificates;
    private final List<SealVerifier> verifiers;

    /** @param certificates ours, present and past */
    public OwnSeals(List<SigningCertificate> certificates) {
        this.certificates = List.copyOf(certificates);
        this.verifiers = certificates.stream().map(SealVerifier::new).toList();
    }

    /** Whether the bytes are exactly a seal of ours over exactly this content. */
    public boolean isOver(byte[] cms, byte[] content, Instant at) {
        return verifiers.stream()
                .map(verifier -> verifier.checkOwn(cms, at))
                .anyMatch(seal -> seal instanceof Seal.Genuine genuine && Arrays.equals(genuine.content(), content));
    }

    /** What our seal carries, whenever it was made; empty when it is no seal of ours. */
    public Optional<byte[]> contentOf(byte[] cms) {
        return certificates.stream()
                .map(certificate -> new SealVerifier(certificate).checkOwn(cms, certificate.notBefore()))
                .filter(Seal.Genuine.class::isInstance)
                .map(seal -> ((Seal.Genuine) seal).content())
                .findFirst();
    }

    /** The same for a seal that lies beside its content. */
    public boolean isBeside(byte[] cms, byte[] content, Instant at) {
        return verifiers.stream()
                .anyMatch(
                        verifier -> verifier.checkOwnDetached(cms, content, at).isGenuine());
    }
}
