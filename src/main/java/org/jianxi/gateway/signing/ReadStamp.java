package org.jianxi.gateway.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.jianxi.gateway.signing.ReadSeal.Malformed;
import org.jianxi.gateway.signing.Refusal.Reason;

/**
 * A timestamp token taken apart, nothing in it believed yet.
 *
 * @param embedded the certificates that came along: candidates for the signer, not trust
 */
record ReadStamp(
        SignerName from,
        MessageImprint imprint,
        Optional<BigInteger> nonce,
        Instant at,
        List<SigningCertificate> embedded) {

    ReadStamp {
        embedded = List.copyOf(embedded);
    }

    static ReadStamp of(byte[] token) throws Malformed {
        var seal = ReadSeal.of(token);
        var type = seal.contentType();
        if (!type.equals(PKCSObjectIdentifiers.id_ct_TSTInfo.getId())) {
            throw notAStamp(type);
        }
        try {
            var info = TSTInfo.getInstance(seal.content().orElseThrow());
            return new ReadStamp(
                    seal.from(),
                    info.getMessageImprint(),
                    Optional.ofNullable(info.getNonce()).map(ASN1Integer::getValue),
                    info.getGenTime().getDate().toInstant(),
                    embeddedIn(token, seal.from()));
        } catch (IOException | ParseException | RuntimeException unreadable) {
            throw notAStamp(unreadable.getClass().getSimpleName());
        }
    }

    private static List<SigningCertificate> embeddedIn(byte[] token, SignerName from) throws IOException {
        var certificates = SignedData.getInstance(ContentInfo.getInstance(token).getContent())
                .getCertificates();
        var found = new ArrayList<SigningCertificate>();
        if (certificates != null) {
            for (var certificate : certificates) {
                var read =
                        SigningCertificate.parse(certificate.toASN1Primitive().getEncoded());
                if (read.isNamed(from)) {
                    found.add(read);
                }
            }
        }
        return found;
    }

    private static Malformed notAStamp(String actual) {
        return new Malformed(
                new Refusal(Reason.NOT_A_TIMESTAMP, "TSTInfo " + PKCSObjectIdentifiers.id_ct_TSTInfo.getId(), actual));
    }
}
