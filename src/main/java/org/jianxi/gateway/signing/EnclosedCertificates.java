package org.jianxi.gateway.signing;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The certificates that a CMS signature brings along. Nobody is trusted for being there: they are candidates, for a reader who has
 * nothing but the signature and a root, and each counts for what {@link Trust} says of it.
 */
public final class EnclosedCertificates {

    private static final int MOST = 10;

    private EnclosedCertificates() {}

    /** Empty for anything that is no CMS, and for one without certificates; never throws for what comes from outside. */
    public static List<SigningCertificate> in(byte[] cms) {
        try {
            var data = SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
            return data.getCertificates() == null ? List.of() : read(data.getCertificates());
        } catch (RuntimeException malformed) {
            return List.of();
        }
    }

    private static List<SigningCertificate> read(ASN1Set enclosed) {
        var certificates = new ArrayList<SigningCertificate>();
        for (var one : enclosed) {
            if (certificates.size() < MOST) {
                var structure = org.bouncycastle.asn1.x509.Certificate.getInstance(one);
                certificates.add(new SigningCertificate(new X509CertificateHolder(structure)));
            }
        }
        return certificates;
    }
}
