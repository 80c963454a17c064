package org.jianxi.gateway.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.jianxi.gateway.signing.RevocationList.Revocation;

/** Signs an authority's revocation lists; each takes over what the one before it says, and has the next number. */
record RevocationListWriter(SigningCertificate authority, Sm2Key key, SecureRandom random) {

    private static final Period UNTIL_THE_NEXT = Period.ofDays(366);

    RevocationList next(Optional<RevocationList> before, Map<BigInteger, Revocation> added, Instant now) {
        try {
            var list = new X509v2CRLBuilder(authority.holder().getSubject(), Date.from(now));
            list.setNextUpdate(
                    Date.from(now.atOffset(ZoneOffset.UTC).plus(UNTIL_THE_NEXT).toInstant()));
            before.map(RevocationList::holder).ifPresent(list::addCRL);
            added.forEach((serial, revocation) -> list.addCRLEntry(
                    serial, Date.from(revocation.since()), revocation.reason().number()));
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new AuthorityKeyIdentifier(CertificateIssuer.identifier(key.publicKeyInfo())));
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(numberAfter(before)));
            return new RevocationList(list.build(new Sm2ContentSigner(key, random)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Structures in memory have an encoding", impossible);
        }
    }

    private static BigInteger numberAfter(Optional<RevocationList> before) {
        return before.map(RevocationList::holder)
                .map(X509CRLHolder::getExtensions)
                .map(extensions -> extensions.getExtensionParsedValue(Extension.cRLNumber))
                .map(ASN1Integer::getInstance)
                .map(number -> number.getValue().add(BigInteger.ONE))
                .orElse(BigInteger.ONE);
    }
}
