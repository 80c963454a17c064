package org.jianxi.gateway.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.Seal;
import org.jianxi.gateway.signing.SealVerifier;
import org.jianxi.gateway.signing.SigningCertificate;

/**
 * Whether a delivery is genuine: a signature that is there is always verified, against the one certificate registered for
 * its source; the policy only says whether one must be there.
 */
public final class Admission {

    private static final AdmissionRule RULE = AdmissionRule.SIGNATURE;

    private Admission() {}

    /** Every reason against the signature, or against its absence. */
    public static List<Finding> check(Source source, byte[] content, Optional<byte[]> signature, Instant receivedAt) {
        if (signature.isEmpty()) {
            return source.signature() == SignaturePolicy.REQUIRED
                    ? List.of(refusal("该来源的报送须附签名", "this source must sign what it sends"))
                    : List.of();
        }
        return certificateOf(source)
                .map(certificate -> verify(certificate, content, signature.get(), receivedAt))
                .orElseGet(() -> List.of(refusal(
                        "附有签名，但该来源没有登记证书，无法验证",
                        "there is a signature, but no certificate is registered for this source to verify it with")));
    }

    private static List<Finding> verify(
            SigningCertificate certificate, byte[] content, byte[] signature, Instant receivedAt) {
        return switch (new SealVerifier(certificate).checkDetached(signature, content, receivedAt)) {
            case Seal.Genuine genuine -> List.of();
            case Seal.Refused refused ->
                List.of(Finding.error(RULE.id(), Place.WHOLE, refused.refusal().message(), RULE.clause()));
        };
    }

    private static Optional<SigningCertificate> certificateOf(Source source) {
        try {
            return source.signer()
                    .filter(reference -> reference.kind() == SecretReference.Kind.FILE)
                    .map(reference -> SigningCertificate.read(Path.of(reference.value())));
        } catch (KeyProblem unreadable) {
            return Optional.empty();
        }
    }

    private static Finding refusal(String zh, String en) {
        return Finding.error(RULE.id(), Place.WHOLE, new Bilingual(zh, en), RULE.clause());
    }
}
