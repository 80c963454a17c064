package org.jianxi.gateway.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;

/**
 * Lays one signature out as SignedData, version 1, DER throughout, with the names that its kind of key writes.
 *
 * <p>The attributes contentType and messageDigest are signed, so the content cannot be swapped for one of another type; there is no
 * signingTime, because the moment stands in the signed content where it can be checked.
 */
final class SignedDataWriter {

    private final SigningCertificate certificate;
    private final SealStyle style;
    private final ASN1Set attributes;

    SignedDataWriter(SigningCertificate certificate, byte[] content) {
        this.certificate = certificate;
        this.style = SealStyle.of(certificate.algorithm());
        this.attributes = new DERSet(new ASN1Encodable[] {
            new Attribute(CMSAttributes.contentType, new DERSet(style.data())),
            new Attribute(
                    CMSAttributes.messageDigest,
                    new DERSet(new DEROctetString(style.hash().hash(content))))
        });
    }

    /** The bytes that the signature is over: the attributes as a SET OF (RFC 5652 §5.4). */
    byte[] toBeSigned() {
        return der(attributes);
    }

    /** The only layout of this signature; {@link SealVerifier#checkOwn} asks for it byte by byte. */
    byte[] write(byte[] signature, Optional<byte[]> attached) {
        var data = new SignedData(
                new ASN1Integer(1),
                new DERSet(style.digest()),
                new ContentInfo(style.data(), attached.map(DEROctetString::new).orElse(null)),
                new DERSet(certificate.holder().toASN1Structure()),
                null,
                new DERSet(signerInfo(signature)));
        return der(new ContentInfo(style.signedData(), data));
    }

    private SignerInfo signerInfo(byte[] signature) {
        var us = new SignerIdentifier(
                new IssuerAndSerialNumber(certificate.holder().toASN1Structure()));
        return new SignerInfo(us, style.digest(), attributes, style.signature(), new DEROctetString(signature), null);
    }

    private static byte[] der(ASN1Object structure) {
        try {
            return structure.getEncoded(ASN1Encoding.DER);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Structures in memory have an encoding", impossible);
        }
    }
}
