package org.jianxi.gateway.signing;

import java.util.Optional;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.jianxi.gateway.signing.Refusal.Reason;

/** Who stamped: the trusted certificate itself, or one that came along and that the trusted one issued. */
record TimestampSigner(SigningCertificate trusted, ReadStamp stamp) {

    /** The trusted one where no other will do, so that the refusal names what was expected. */
    SigningCertificate certificate() {
        return trusted.isNamed(stamp.from())
                ? trusted
                : stamp.embedded().stream()
                        .filter(this::isVouchedFor)
                        .findFirst()
                        .orElse(trusted);
    }

    /** Why the token is not the authority's: the certificate first, then everything a {@link SealVerifier} asks. */
    Optional<Refusal> refusal(byte[] token) {
        var certificate = certificate();
        if (!certificate.isNamed(stamp.from())) {
            return refusal(
                    Reason.WRONG_CERTIFICATE,
                    "of or issued by " + trusted,
                    stamp.from().toString());
        }
        if (!isForTimestamps(certificate)) {
            return refusal(Reason.NOT_FOR_TIMESTAMPS, KeyPurposeId.id_kp_timeStamping.getId(), certificate.toString());
        }
        try {
            return switch (new SealVerifier(certificate).check(token, stamp.at())) {
                case Seal.Refused refused -> Optional.of(refused.refusal());
                case Seal.Genuine genuine -> Optional.empty();
            };
        } catch (KeyProblem unusable) {
            return refusal(Reason.WRONG_SIGNATURE_ALGORITHM, "SM2, RSA, ECDSA", String.valueOf(unusable.getMessage()));
        }
    }

    private boolean isVouchedFor(SigningCertificate candidate) {
        return Optional.ofNullable(trusted.holder().getExtensions())
                        .map(BasicConstraints::fromExtensions)
                        .filter(BasicConstraints::isCA)
                        .isPresent()
                && trusted.isValidAt(stamp.at())
                && candidate.isIssuedBy(trusted);
    }

    /** RFC 3161 §2.3. */
    private static boolean isForTimestamps(SigningCertificate certificate) {
        return Optional.ofNullable(certificate.holder().getExtensions())
                .map(ExtendedKeyUsage::fromExtensions)
                .filter(usage -> usage.hasKeyPurposeId(KeyPurposeId.id_kp_timeStamping))
                .isPresent();
    }

    private static Optional<Refusal> refusal(Reason reason, String expected, String actual) {
        return Optional.of(new Refusal(reason, expected, actual));
    }
}
