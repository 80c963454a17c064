package org.jianxi.gateway.signing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.signing.Refusal.Reason;

/** Who stamped: a certificate that is believed by itself, or one that came along and that a believed one issued. */
record TimestampSigner(Trust trust, ReadStamp stamp) {

    /** Those that the token says it is from, the believed ones first. */
    private List<SigningCertificate> candidates() {
        return Stream.concat(
                        trust.roots().stream().filter(root -> root.isNamed(stamp.from())), stamp.embedded().stream())
                .distinct()
                .toList();
    }

    /** The certificate that stamped; there is one when nothing was refused. */
    Optional<SigningCertificate> certificate() {
        return candidates().stream()
                .filter(candidate -> standing(candidate).isTrusted())
                .findFirst()
                .or(() -> candidates().stream().findFirst());
    }

    /** Why the token is not the authority's: the certificate first, then everything a {@link SealVerifier} asks. */
    Optional<Refusal> refusal(byte[] token) {
        return certificate()
                .map(certificate -> refusal(certificate, token))
                .orElseGet(() -> refusal(
                        Reason.WRONG_CERTIFICATE,
                        trust.roots().stream().map(SigningCertificate::subject).collect(Collectors.joining(" / ")),
                        stamp.from().toString()));
    }

    private Optional<Refusal> refusal(SigningCertificate certificate, byte[] token) {
        if (standing(certificate) instanceof Standing.Refused refused) {
            return Optional.of(refused.refusal());
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

    private Standing standing(SigningCertificate certificate) {
        return trust.standing(certificate, Use.TIMESTAMP, stamp.at());
    }

    private static Optional<Refusal> refusal(Reason reason, String expected, String actual) {
        return Optional.of(new Refusal(reason, expected, actual));
    }
}
