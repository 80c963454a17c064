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

    /**
     * What was found about a signature.
     *
     * @param findings every reason against it, or against its absence
     * @param signer the certificate it was verified with
     */
    public record Ruling(List<Finding> findings, Optional<SigningCertificate> signer) {

        public static final Ruling NOTHING = new Ruling(List.of(), Optional.empty());

        public Ruling {
            findings = List.copyOf(findings);
        }

        static Ruling against(Finding finding) {
            return new Ruling(List.of(finding), Optional.empty());
        }
    }

    public static Ruling check(Source source, byte[] content, Optional<byte[]> signature, Instant receivedAt) {
        if (signature.isEmpty()) {
            return source.signature() == SignaturePolicy.REQUIRED
                    ? Ruling.against(refusal("该来源的报送须附签名", "this source must sign what it sends"))
                    : Ruling.NOTHING;
        }
        return certificateOf(source)
                .map(certificate -> verify(certificate, content, signature.get(), receivedAt))
                .orElseGet(() -> Ruling.against(refusal(
                        "附有签名，但该来源没有登记证书，无法验证",
                        "there is a signature, but no certificate is registered for this source to verify it with")));
    }

    private static Ruling verify(SigningCertificate certificate, byte[] content, byte[] signature, Instant receivedAt) {
        return switch (new SealVerifier(certificate).checkDetached(signature, content, receivedAt)) {
            case Seal.Genuine genuine -> new Ruling(List.of(), Optional.of(certificate));
            case Seal.Refused refused ->
                Ruling.against(
                        Finding.error(RULE.id(), Place.WHOLE, refused.refusal().message(), RULE.clause()));
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
