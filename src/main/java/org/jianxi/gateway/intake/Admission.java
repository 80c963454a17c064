package org.jianxi.gateway.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.Refusal;
import org.jianxi.gateway.signing.Refusal.Reason;
import org.jianxi.gateway.signing.Seal;
import org.jianxi.gateway.signing.SealVerifier;
import org.jianxi.gateway.signing.SigningCertificate;
import org.jianxi.gateway.signing.Standing;
import org.jianxi.gateway.signing.Use;

/**
 * Whether a delivery is genuine: a signature that is there is always verified, against the certificate registered for its source
 * (two while the sender changes over); the policy only says whether one must be there.
 */
public final class Admission {

    private final SourceRegister sources;
    private final SignerCertificates certificates;
    private final TrustFolder trust;

    public Admission(SourceRegister sources, SignerCertificates certificates, TrustFolder trust) {
        this.sources = sources;
        this.certificates = certificates;
        this.trust = trust;
    }

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

        static Ruling against(AdmissionRule rule, Bilingual message) {
            var finding = Finding.error(rule, Place.WHOLE, message);
            return new Ruling(List.of(finding), Optional.empty());
        }
    }

    /** Of these findings of an earlier delivery those that were about its signature. */
    public static List<Finding> findingsAmong(List<Finding> findings) {
        var own = Stream.of(AdmissionRule.values()).map(AdmissionRule::id).toList();
        return findings.stream().filter(finding -> own.contains(finding.rule())).toList();
    }

    public Ruling check(SourceId id, byte[] content, Optional<byte[]> signature, Instant receivedAt) {
        return sources.find(id)
                .map(source -> check(source, content, signature, receivedAt))
                .orElse(Ruling.NOTHING);
    }

    /** By this version of the source's file; its certificates are those that lie where it says now. */
    public Ruling check(Source source, byte[] content, Optional<byte[]> signature, Instant receivedAt) {
        return signature.map(cms -> verify(source, cms, content, receivedAt)).orElseGet(() -> unsigned(source));
    }

    private static Ruling unsigned(Source source) {
        return source.signature() == SignaturePolicy.REQUIRED
                ? Ruling.against(
                        AdmissionRule.SIGNATURE, new Bilingual("该来源的报送须附签名", "this source must sign what it sends"))
                : Ruling.NOTHING;
    }

    /** With two certificates, a signature that names neither is refused as the first one's. */
    private Ruling verify(Source source, byte[] cms, byte[] content, Instant receivedAt) {
        if (source.signers().isEmpty()) {
            return Ruling.against(
                    AdmissionRule.SIGNATURE,
                    new Bilingual(
                            "附有签名，但该来源没有登记证书，无法验证",
                            "there is a signature, but no certificate is registered for this source to verify it with"));
        }
        var against = new ArrayList<Refusal>();
        for (var reference : source.signers()) {
            try {
                var certificate = certificates.get(reference);
                switch (new SealVerifier(certificate).checkDetached(cms, content, receivedAt)) {
                    case Seal.Genuine genuine -> {
                        return standing(certificate, receivedAt);
                    }
                    case Seal.Refused refused -> against.add(refused.refusal());
                }
            } catch (KeyProblem unusable) {
                return Ruling.against(
                        AdmissionRule.CERTIFICATE,
                        new Bilingual(
                                "该来源登记的证书无法使用，请联系省厅：" + reference,
                                "the certificate registered for this source cannot be used, ask the office: "
                                        + reference));
            }
        }
        return refused(against.stream()
                .filter(refusal -> refusal.reason() != Reason.WRONG_CERTIFICATE)
                .findFirst()
                .orElse(against.getFirst()));
    }

    private Ruling standing(SigningCertificate certificate, Instant receivedAt) {
        return switch (trust.standing(certificate, Use.SENDER, receivedAt)) {
            case Standing.Trusted trusted -> new Ruling(List.of(), Optional.of(certificate));
            case Standing.Refused refused -> refused(refused.refusal());
        };
    }

    private static Ruling refused(Refusal refusal) {
        var remedy = AdmissionRule.REMEDIES.get(refusal.reason());
        var message = refusal.message();
        return remedy == null
                ? Ruling.against(AdmissionRule.SIGNATURE, message)
                : Ruling.against(
                        AdmissionRule.CERTIFICATE,
                        new Bilingual(message.zh() + "。" + remedy.zh(), message.en() + ". " + remedy.en()));
    }
}
