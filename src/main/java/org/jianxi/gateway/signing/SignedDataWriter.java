package org.jianxi.gateway.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
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

    private final Signer signer;

    SignedDataWriter(Signer signer) {
        this.signer = signer;
    }

    byte[] write(byte[] content, Optional<byte[]> attached) {
        try {
            var attributes = new DERSet(new ASN1Encodable[] {
                new Attribute(CMSAttributes.contentType, new DERSet(DATA)),
                new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(Sm3.hash(content))))
            });
            var signature = signer.signature(attributes.getEncoded(ASN1Encoding.DER));
            var data = new SignedData(
                    new ASN1Integer(1),
                    new DERSet(SM3),
                    new ContentInfo(DATA, attached.map(DEROctetString::new).orElse(null)),
                    new DERSet(signer.certificate().holder().toASN1Structure()),
                    null,
                    new DERSet(signerInfo(attributes, signature)));
            return new ContentInfo(GMObjectIdentifiers.sm2_pkcs7_signedData, data).getEncoded(ASN1Encoding.DER);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Structures in memory have an encoding", impossible);
        }
    }

    private SignerInfo signerInfo(ASN1Set attributes, byte[] signature) {
        var us = new SignerIdentifier(
                new IssuerAndSerialNumber(signer.certificate().holder().toASN1Structure()));
        return new SignerInfo(us, SM3, attributes, SM2_WITH_SM3, new DEROctetString(signature), null);
    }
}
