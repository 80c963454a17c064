package org.jianxi.gateway.signing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.util.io.pem.PemReader;
import org.jianxi.gateway.canonical.Digest;

/**
 * An X.509 certificate whose key signs: SM2, or RSA and ECDSA for those who have nothing else.
 *
 * <p>Two are equal when their bytes are.
 */
public final class SigningCertificate {

    private static final int DER_SEQUENCE = 0x30;
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final X509CertificateHolder certificate;
    private final byte[] der;

    SigningCertificate(X509CertificateHolder certificate) {
        this.certificate = certificate;
        try {
            this.der = certificate.getEncoded();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A certificate in memory has bytes", impossible);
        }
    }

    /** Reads DER or PEM; throws {@link KeyProblem} when it is neither. */
    public static SigningCertificate parse(byte[] bytes) {
        try {
            var der = bytes.length > 0 && bytes[0] == DER_SEQUENCE ? bytes : inPem(bytes);
            return new SigningCertificate(new X509CertificateHolder(der));
        } catch (IOException | RuntimeException unreadable) {
            throw new KeyProblem("Not a certificate", unreadable);
        }
    }

    /** The first certificate in the file, DER or PEM. */
    public static SigningCertificate read(Path file) {
        try {
            return parse(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new KeyProblem("The certificate " + file + " cannot be read", unreadable);
        }
    }

    private static byte[] inPem(byte[] text) throws IOException {
        try (var reader = new PemReader(new StringReader(new String(text, StandardCharsets.US_ASCII)))) {
            var pem = reader.readPemObject();
            if (pem == null || !pem.getType().equals("CERTIFICATE")) {
                throw new IOException("neither DER nor PEM");
            }
            return pem.getContent();
        }
    }

    public byte[] der() {
        return der.clone();
    }

    public String pem() {
        return "-----BEGIN CERTIFICATE-----\n" + LINES.encodeToString(der) + "\n-----END CERTIFICATE-----\n";
    }

    /** SM3 of the certificate's bytes: what a source record pins. */
    public Digest fingerprint() {
        return Sm3.of(der);
    }

    public String subject() {
        return certificate.getSubject().toString();
    }

    public String issuer() {
        return certificate.getIssuer().toString();
    }

    public BigInteger serialNumber() {
        return certificate.getSerialNumber();
    }

    public Instant notBefore() {
        return certificate.getNotBefore().toInstant();
    }

    /** The last second in which it is valid. */
    public Instant notAfter() {
        return certificate.getNotAfter().toInstant();
    }

    public boolean isValidAt(Instant moment) {
        return !moment.isBefore(notBefore()) && !moment.isAfter(notAfter());
    }

    /** Whether the other certificate's key signed this one, and its name is the issuer here. Validity is asked separately. */
    public boolean isIssuedBy(SigningCertificate authority) {
        try {
            var signed = certificate.toASN1Structure();
            // the algorithm stands in it twice, and only the inner one is signed (RFC 5280 §4.1.1.2)
            return certificate.getIssuer().equals(authority.certificate.getSubject())
                    && signed.getSignatureAlgorithm()
                            .equals(signed.getTBSCertificate().getSignature())
                    && authority
                            .verifyingKey()
                            .verifies(
                                    signed.getTBSCertificate().getEncoded(ASN1Encoding.DER),
                                    certificate.getSignature());
        } catch (IOException | KeyProblem unreadable) {
            return false;
        }
    }

    /** Whether it may issue certificates. */
    public boolean isAuthority() {
        return AllowedUses.of(this).isAuthority(0);
    }

    /** Whether it says that this authority issued it: the name, and the key where both speak of one. */
    boolean namesAsIssuer(SigningCertificate authority) {
        var theirs = Optional.ofNullable(authority.certificate.getExtensions())
                .map(SubjectKeyIdentifier::fromExtensions)
                .map(SubjectKeyIdentifier::getKeyIdentifier);
        var named = Optional.ofNullable(certificate.getExtensions())
                .map(AuthorityKeyIdentifier::fromExtensions)
                .map(AuthorityKeyIdentifier::getKeyIdentifierOctets);
        return certificate.getIssuer().equals(authority.certificate.getSubject())
                && (theirs.isEmpty() || named.isEmpty() || Arrays.equals(theirs.get(), named.get()));
    }

    /** Whether a signature that says it is from this signer means this certificate. */
    boolean isNamed(SignerName signer) {
        return switch (signer) {
            case SignerName.Numbered numbered -> numbered.equals(numbered());
            case SignerName.KeyIdentifier identifier ->
                Optional.ofNullable(certificate.getExtensions())
                        .map(SubjectKeyIdentifier::fromExtensions)
                        .map(ours -> HexFormat.of().formatHex(ours.getKeyIdentifier()))
                        .filter(identifier.hex()::equals)
                        .isPresent();
        };
    }

    SignerName.Numbered numbered() {
        return new SignerName.Numbered(certificate.getIssuer().toString(), certificate.getSerialNumber());
    }

    /** Whether the holder of its key signed these bytes, without any envelope around the signature. */
    public boolean verifies(byte[] message, byte[] signature) {
        return verifyingKey().verifies(message, signature);
    }

    /** Throws {@link KeyProblem} when its key is of no kind that signs here. */
    public Algorithm algorithm() {
        return Algorithm.of(publicKey());
    }

    VerifyingKey verifyingKey() {
        var key = publicKey();
        if (!Sm2.isKey(key)) {
            return Sha256VerifyingKey.of(key);
        }
        try {
            return new Sm2VerifyingKey(Sm2.publicKey(key.getPublicKeyData().getOctets()), Sm2.userId());
        } catch (IllegalArgumentException notOnTheCurve) {
            throw new KeyProblem("An SM2 certificate with a bad key", notOnTheCurve);
        }
    }

    SubjectPublicKeyInfo publicKey() {
        return certificate.getSubjectPublicKeyInfo();
    }

    X509CertificateHolder holder() {
        return certificate;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigningCertificate that && Arrays.equals(der, that.der);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(der);
    }

    @Override
    public String toString() {
        return subject() + ", number " + serialNumber().toString(16);
    }
}
