package org.jianxi.gateway.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** Makes certificates with one authority's SM2 key: the authority's own, and those of the keys it vouches for. */
final class CertificateIssuer {

    private static final int SERIAL_BITS = 127;
    private static final int KEY_IDENTIFIER_BYTES = 20;

    private final X500Name issuer;
    private final Sm2Key key;
    private final SecureRandom random;

    CertificateIssuer(String commonName, Sm2Key key, SecureRandom random) {
        this(name(commonName, Optional.empty()), key, random);
    }

    CertificateIssuer(X500Name issuer, Sm2Key key, SecureRandom random) {
        this.issuer = issuer;
        this.key = key;
        this.random = random;
    }

    /** Who a certificate is for, and what for. */
    record Holder(String commonName, Use use) {}

    /** The authority's own certificate: it signs certificates and revocation lists and nothing else. */
    SigningCertificate itself(Validity validity) {
        var certificate = begun(issuer, key.publicKeyInfo(), validity);
        with(certificate, Extension.basicConstraints, new BasicConstraints(0));
        with(certificate, Extension.keyUsage, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return signed(certificate);
    }

    /** A certificate for a key that signs content. */
    SigningCertificate vouchFor(Holder holder, SubjectPublicKeyInfo publicKey, Validity validity) {
        var certificate = begun(name(holder.commonName(), Optional.of(holder.use())), publicKey, validity);
        with(certificate, Extension.basicConstraints, new BasicConstraints(false));
        with(certificate, Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        if (holder.use() == Use.TIMESTAMP) {
            with(certificate, Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        }
        return signed(certificate);
    }

    private X509v3CertificateBuilder begun(X500Name subject, SubjectPublicKeyInfo publicKey, Validity validity) {
        try {
            var certificate = new X509v3CertificateBuilder(
                    issuer,
                    new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1),
                    Date.from(validity.first()),
                    Date.from(validity.last()),
                    subject,
                    publicKey);
            certificate.addExtension(
                    Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(identifier(publicKey)));
            certificate.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new AuthorityKeyIdentifier(identifier(key.publicKeyInfo())));
            return certificate;
        } catch (IOException impossible) {
            throw new UncheckedIOException("Structures in memory have an encoding", impossible);
        }
    }

    private static void with(X509v3CertificateBuilder certificate, ASN1ObjectIdentifier extension, ASN1Object value) {
        try {
            certificate.addExtension(extension, true, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Structures in memory have an encoding", impossible);
        }
    }

    private SigningCertificate signed(X509v3CertificateBuilder certificate) {
        return new SigningCertificate(certificate.build(new Sm2ContentSigner(key, random)));
    }

    private static X500Name name(String commonName, Optional<Use> use) {
        var name = new X500NameBuilder().addRDN(BCStyle.C, "CN").addRDN(BCStyle.O, "Jianxi development");
        use.ifPresent(one -> name.addRDN(BCStyle.OU, one.wireName()));
        return name.addRDN(BCStyle.CN, commonName).build();
    }

    /** Any short name of the key will do (RFC 5280 §4.2.1.2); ours is the start of its SM3 hash. */
    static byte[] identifier(SubjectPublicKeyInfo publicKey) {
        return Arrays.copyOf(Sm3.hash(publicKey.getPublicKeyData().getBytes()), KEY_IDENTIFIER_BYTES);
    }
}
