package org.jianxi.gateway.signing;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jianxi.gateway.signing.Refusal.Reason;

/** What a certificate says of itself that it may be used for. A critical extension that is not understood forbids everything. */
final class AllowedUses {

    private static final Set<ASN1ObjectIdentifier> UNDERSTOOD =
            Set.of(Extension.basicConstraints, Extension.keyUsage, Extension.extendedKeyUsage);

    private final X509CertificateHolder certificate;
    private final Extensions extensions;

    private AllowedUses(X509CertificateHolder certificate) {
        this.certificate = certificate;
        this.extensions =
                Optional.ofNullable(certificate.getExtensions()).orElseGet(() -> new Extensions(new Extension[0]));
    }

    static AllowedUses of(SigningCertificate certificate) {
        return new AllowedUses(certificate.holder());
    }

    /** Whether it may vouch for a certificate with so many other authorities between the two. */
    boolean isAuthority(int authoritiesBetween) {
        try {
            var constraints = BasicConstraints.fromExtensions(extensions);
            return notUnderstood().isEmpty()
                    && constraints != null
                    && constraints.isCA()
                    && (constraints.getPathLenConstraint() == null
                            || constraints.getPathLenConstraint().intValueExact() >= authoritiesBetween)
                    && has(KeyUsage.keyCertSign);
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    boolean isForRevocationLists() {
        return has(KeyUsage.cRLSign);
    }

    Optional<Refusal> refusal(Use use) {
        try {
            return notUnderstood()
                    .map(extension -> "critical " + extension.getId())
                    .or(() -> otherHolder(use))
                    .or(() -> otherPurpose(use))
                    .map(actual -> new Refusal(Reason.WRONG_USAGE, use.wireName(), actual));
        } catch (RuntimeException unreadable) {
            return Optional.of(new Refusal(Reason.WRONG_USAGE, use.wireName(), "unreadable extensions"));
        }
    }

    /** For whom and what for it was issued, so that another can be issued in its place. */
    CertificateIssuer.Holder holder() {
        var name = Stream.of(certificate.getSubject().getRDNs(BCStyle.CN))
                .map(one -> IETFUtils.valueToString(one.getFirst().getValue()))
                .findFirst()
                .orElse("");
        return new CertificateIssuer.Holder(name, named().findFirst().orElse(Use.SENDER));
    }

    private Stream<Use> named() {
        return Stream.of(certificate.getSubject().getRDNs(BCStyle.OU))
                .map(unit -> IETFUtils.valueToString(unit.getFirst().getValue()))
                .flatMap(word -> Use.named(word).stream());
    }

    private Optional<ASN1ObjectIdentifier> notUnderstood() {
        var critical = new HashSet<>(Set.of(extensions.getCriticalExtensionOIDs()));
        critical.removeAll(UNDERSTOOD);
        return critical.stream().findFirst();
    }

    private Optional<String> otherHolder(Use use) {
        return named().filter(named -> named != use).map(Use::wireName).findFirst();
    }

    private Optional<String> otherPurpose(Use use) {
        if (!has(KeyUsage.digitalSignature) && !has(KeyUsage.nonRepudiation)) {
            return Optional.of("keyUsage without digitalSignature");
        }
        var purposes = ExtendedKeyUsage.fromExtensions(extensions);
        var stamps = purposes != null && purposes.hasKeyPurposeId(KeyPurposeId.id_kp_timeStamping);
        if (use == Use.TIMESTAMP) {
            // RFC 3161 §2.3: this purpose alone, and critical.
            return stamps && purposes.size() == 1
                    ? Optional.empty()
                    : Optional.of("extendedKeyUsage without timeStamping");
        }
        return stamps && purposes.size() == 1 ? Optional.of("extendedKeyUsage timeStamping") : Optional.empty();
    }

    /** A certificate without the extension is not restricted (RFC 5280 §4.2.1.3). */
    private boolean has(int usage) {
        var usages = KeyUsage.fromExtensions(extensions);
        return usages == null || usages.hasUsages(usage);
    }
}
