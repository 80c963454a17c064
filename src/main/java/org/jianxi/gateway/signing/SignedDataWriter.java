package org.jianxi.gateway.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
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
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * Lays one signature out as GB/T 35275 SignedData: its content types, version 1, DER throughout.
 *
 * <p>The signature calls itself SM2-with-SM3 (1.2.156.10197.1.501, GM/T 0006) and not the bare SM2 signature (…1.301.1) that some
 * toolkits write: both are in use, but Bouncy Castle's own verifier throws on the second, and no verifier we met refuses the first.
 * The attributes contentType and messageDigest are signed, so the content cannot be swapped for one of another type; there is no
 * signingTime, because the moment stands in the signed content where it can be checked.
 */
final class SignedDataWriter {

    private static final ASN1ObjectIdentifier DATA = GMObjectIdentifiers.sm2_pkcs7_data;
    private static final AlgorithmIdentifier SM3 = new AlgorithmIdentifier(GMObjectIdentifiers.sm3);
    private static final AlgorithmIdentifier SM2_WITH_SM3 =
            new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);

    private final SigningCertificate certificate;
    private final ASN1Set attributes;

    SignedDataWriter(SigningCertificate certificate, byte[] content) {
        this.certificate = certificate;
        this.attributes = new DERSet(new ASN1Encodable[] {
            new Attribute(CMSAttributes.contentType, new DERSet(DATA)),
            new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(Sm3.hash(content))))
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
                new DERSet(SM3),
                new ContentInfo(DATA, attached.map(DEROctetString::new).orElse(null)),
                new DERSet(certificate.holder().toASN1Structure()),
                null,
                new DERSet(signerInfo(signature)));
        return der(new ContentInfo(GMObjectIdentifiers.sm2_pkcs7_signedData, data));
    }

    private SignerInfo signerInfo(byte[] signature) {
        var us = new SignerIdentifier(
                new IssuerAndSerialNumber(certificate.holder().toASN1Structure()));
        return new SignerInfo(us, SM3, attributes, SM2_WITH_SM3, new DEROctetString(signature), null);
    }

    private static byte[] der(ASN1Object structure) {
        try {
            return structure.getEncoded(ASN1Encoding.DER);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Structures in memory have an encoding", impossible);
        }
    }
}
