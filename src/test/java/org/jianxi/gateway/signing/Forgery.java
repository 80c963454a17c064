package org.jianxi.gateway.signing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
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
 * A signature whose every part a test may bend before it is rightly signed: what a hostile or careless toolkit could send.
 *
 * @param attributes null for a signature over the content itself
 * @param content null for none inside
 */
record Forgery(
        String outerType,
        String innerType,
        String digest,
        String signature,
        List<Attribute> attributes,
        byte[] content,
        int signers) {

    static Forgery of(byte[] content) {
        var data = GMObjectIdentifiers.sm2_pkcs7_data;
        return new Forgery(
                GMObjectIdentifiers.sm2_pkcs7_signedData.getId(),
                data.getId(),
                GMObjectIdentifiers.sm3.getId(),
                GMObjectIdentifiers.sm2sign_with_sm3.getId(),
                List.of(type(data.getId()), messageDigest(Sm3.hash(content))),
                content,
                1);
    }

    static Attribute type(String oid) {
        return new Attribute(CMSAttributes.contentType, new DERSet(new ASN1ObjectIdentifier(oid)));
    }

    static Attribute messageDigest(byte[] digest) {
        return new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(digest)));
    }

    Forgery ofTypes(String outer, String inner) {
        return new Forgery(outer, inner, digest, signature, attributes, content, signers);
    }

    Forgery naming(String digest, String signature) {
        return new Forgery(outerType, innerType, digest, signature, attributes, content, signers);
    }

    Forgery withAttributes(List<Attribute> others) {
        return new Forgery(outerType, innerType, digest, signature, others, content, signers);
    }

    Forgery withContent(byte[] other) {
        return new Forgery(outerType, innerType, digest, signature, attributes, other, signers);
    }

    Forgery withSigners(int count) {
        return new Forgery(outerType, innerType, digest, signature, attributes, content, count);
    }

    byte[] signedBy(Signer signer) {
        try {
            var signed = attributes == null ? content : set().getEncoded("DER");
            return structure(signer, signer.signature(signed)).getEncoded("DER");
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private ContentInfo structure(Signer signer, byte[] value) {
        var certificate = signer.certificate().holder().toASN1Structure();
        var info = new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(certificate)),
                algorithm(digest),
                attributes == null ? null : set(),
                algorithm(signature),
                new DEROctetString(value),
                null);
        var infos = new ArrayList<ASN1Encodable>();
        for (var at = 0; at < signers; at++) {
            infos.add(info);
        }
        var data = new SignedData(
                new ASN1Integer(1),
                new DERSet(algorithm(digest)),
                new ContentInfo(
                        new ASN1ObjectIdentifier(innerType), content == null ? null : new DEROctetString(content)),
                new DERSet(certificate),
                null,
                new DERSet(infos.toArray(ASN1Encodable[]::new)));
        return new ContentInfo(new ASN1ObjectIdentifier(outerType), data);
    }

    private DERSet set() {
        return new DERSet(attributes.toArray(ASN1Encodable[]::new));
    }

    private static AlgorithmIdentifier algorithm(String oid) {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid));
    }
}
