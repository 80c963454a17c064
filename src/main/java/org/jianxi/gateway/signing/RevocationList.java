package org.jianxi.gateway.signing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.util.io.pem.PemReader;

/**
 * What an authority has taken back and since when: an X.509 revocation list (RFC 5280 §5).
 *
 * <p>Only full lists of one issuer's own certificates; a list with a critical extension is another kind and is not read.
 */
public final class RevocationList {

    private static final int DER_SEQUENCE = 0x30;
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final X509CRLHolder list;

    RevocationList(X509CRLHolder list) {
        this.list = list;
    }

    /**
     * @param since the first second in which the certificate no longer counts
     */
    public record Revocation(Instant since, RevocationReason reason) {}

    /** Reads DER or PEM; throws {@link KeyProblem} when it is neither, or another kind of list. */
    public static RevocationList parse(byte[] bytes) {
        try {
            var der = bytes.length > 0 && bytes[0] == DER_SEQUENCE ? bytes : inPem(bytes);
            var list = new X509CRLHolder(der);
            if (!list.getCriticalExtensionOIDs().isEmpty() || hasCriticalEntry(list)) {
                throw new KeyProblem("a list of another kind, with " + list.getCriticalExtensionOIDs());
            }
            return new RevocationList(list);
        } catch (IOException | RuntimeException unreadable) {
            throw new KeyProblem("Not a revocation list", unreadable);
        }
    }

    /** Such an entry is about another issuer's certificate. */
    private static boolean hasCriticalEntry(X509CRLHolder list) {
        for (var entry : list.getRevokedCertificates()) {
            if (entry instanceof X509CRLEntryHolder one
                    && !one.getCriticalExtensionOIDs().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static byte[] inPem(byte[] text) throws IOException {
        try (var reader = new PemReader(new StringReader(new String(text, StandardCharsets.US_ASCII)))) {
            var pem = reader.readPemObject();
            if (pem == null || !pem.getType().equals("X509 CRL")) {
                throw new IOException("neither DER nor PEM");
            }
            return pem.getContent();
        }
    }

    public byte[] der() {
        try {
            return list.getEncoded();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A list in memory has bytes", impossible);
        }
    }

    public String pem() {
        return "-----BEGIN X509 CRL-----\n" + LINES.encodeToString(der()) + "\n-----END X509 CRL-----\n";
    }

    public String issuer() {
        return list.getIssuer().toString();
    }

    public Instant issuedAt() {
        return list.getThisUpdate().toInstant();
    }

    /** When the issuer promises the next list at the latest; an older one may not know of the newest revocations. */
    public Optional<Instant> nextDue() {
        return Optional.ofNullable(list.getNextUpdate()).map(Date::toInstant);
    }

    /** Empty too for another issuer's certificate. */
    public Optional<Revocation> revocationOf(SigningCertificate certificate) {
        return certificate.holder().getIssuer().equals(list.getIssuer())
                ? Optional.ofNullable(list.getRevokedCertificate(certificate.serialNumber()))
                        .map(RevocationList::revocation)
                : Optional.empty();
    }

    private static Revocation revocation(X509CRLEntryHolder entry) {
        var code = Optional.ofNullable(entry.getExtension(Extension.reasonCode))
                .map(extension -> ASN1Enumerated.getInstance(extension.getParsedValue()))
                .map(number -> number.getValue().intValue())
                .orElse(CRLReason.unspecified);
        return new Revocation(entry.getRevocationDate().toInstant(), RevocationReason.numbered(code));
    }

    /** Whether this authority's key signed the list and its name stands in it. */
    public boolean isSignedBy(SigningCertificate authority) {
        try {
            var signed = list.toASN1Structure();
            return authority.holder().getSubject().equals(list.getIssuer())
                    && AllowedUses.of(authority).isForRevocationLists()
                    && authority
                            .verifyingKey()
                            .verifies(
                                    signed.getTBSCertList().getEncoded(ASN1Encoding.DER),
                                    signed.getSignature().getOctets());
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    X509CRLHolder holder() {
        return list;
    }
}
