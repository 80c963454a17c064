package org.jianxi.gateway.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Answers timestamp requests with one SM2 key, as RFC 3161 lays it down: the signing half of a sandbox authority. */
public final class TimestampAuthority {

    private static final ASN1ObjectIdentifier TIMES = PKCSObjectIdentifiers.id_ct_TSTInfo;
    private static final AlgorithmIdentifier SM3 = new AlgorithmIdentifier(GMObjectIdentifiers.sm3);
    private static final AlgorithmIdentifier SM2_WITH_SM3 =
            new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);

    /** An authority must name its policy; this arc is kept for examples. */
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.999.3161");

    private static final int SERIAL_BITS = 64;
    private static final ASN1Integer VERSION = new ASN1Integer(3);

    private final Signer signer;
    private final SecureRandom random;

    public TimestampAuthority(Signer signer, SecureRandom random) {
        this.signer = signer;
        this.random = random;
    }

    /** A granted answer; the moment loses its fraction of a second. */
    public byte[] grant(TimestampRequest request, Instant at) {
        return der(new TimeStampResp(new PKIStatusInfo(PKIStatus.granted), token(der(info(request, at)))));
    }

    /** An answer that says no. */
    public byte[] reject() {
        return der(new TimeStampResp(new PKIStatusInfo(PKIStatus.rejection), null));
    }

    private TSTInfo info(TimestampRequest request, Instant at) {
        return new TSTInfo(
                POLICY,
                request.messageImprint(),
                new ASN1Integer(new BigInteger(SERIAL_BITS, random)),
                ASN1GeneralizedTime.getInstance(new DERGeneralizedTime(Date.from(at))),
                null,
                null,
                new ASN1Integer(request.nonce()),
                null,
                null);
    }

    private ContentInfo token(byte[] info) {
        var certificate = signer.certificate().holder().toASN1Structure();
        var ours = new ESSCertIDv2(SM3, Sm3.hash(signer.certificate().der()));
        var attributes = new DERSet(new ASN1Encodable[] {
            new Attribute(CMSAttributes.contentType, new DERSet(TIMES)),
            new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(Sm3.hash(info)))),
            new Attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    new DERSet(new SigningCertificateV2(new ESSCertIDv2[] {ours})))
        });
        var from = new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(certificate)),
                SM3,
                attributes,
                SM2_WITH_SM3,
                new DEROctetString(signer.signature(der(attributes))),
                null);
        var data = new SignedData(
                VERSION,
                new DERSet(SM3),
                new ContentInfo(TIMES, new DEROctetString(info)),
                new DERSet(certificate),
                null,
                new DERSet(from));
        return new ContentInfo(PKCSObjectIdentifiers.signedData, data);
    }

    private static byte[] der(ASN1Object structure) {
        try {
            return structure.getEncoded(ASN1Encoding.DER);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Structures in memory have an encoding", impossible);
        }
    }
}
