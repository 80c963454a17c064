package org.jianxi.gateway.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.jianxi.gateway.signing.Refusal.Reason;

/**
 * A CMS structure taken apart, nothing in it believed yet.
 *
 * @param contentType object identifier of what is signed
 * @param attributes empty where the signature covers the content itself, as GB/T 35275 toolkits make it
 */
record ReadSeal(
        String contentType,
        Optional<byte[]> content,
        SignerInfo signer,
        SignerName from,
        Optional<SignedAttributes> attributes) {

    /** Not a SignedData with one signer; carries the refusal. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        Malformed(Refusal refusal) {
            super(refusal.actual());
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    static ReadSeal of(byte[] cms) throws Malformed {
        var bytes = new ByteArrayInputStream(cms);
        // The parser says wrong form in a dozen kinds of unchecked exception; to us they are all one answer.
        try (var asn1 = new ASN1InputStream(bytes, cms.length)) {
            var outer = ContentInfo.getInstance(asn1.readObject());
            if (outer == null || !isSignedData(outer)) {
                throw refused(Reason.NOT_CMS, "SignedData", outer == null ? "0 bytes" : typeOf(outer));
            }
            if (bytes.available() > 0) {
                throw refused(Reason.TRAILING_DATA, "0 bytes", bytes.available() + " bytes");
            }
            return oneSigner(SignedData.getInstance(outer.getContent()));
        } catch (IOException | RuntimeException unreadable) {
            throw refused(Reason.NOT_CMS, "SignedData", unreadable.getClass().getSimpleName());
        }
    }

    private static ReadSeal oneSigner(SignedData data) throws Malformed, IOException {
        var signers = data.getSignerInfos().size();
        if (signers != 1) {
            var reason = signers == 0 ? Reason.NO_SIGNER : Reason.MORE_THAN_ONE_SIGNER;
            throw refused(reason, "1", Integer.toString(signers));
        }
        var signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        var signed = signer.getAuthenticatedAttributes();
        Optional<SignedAttributes> attributes =
                signed == null ? Optional.empty() : Optional.of(SignedAttributes.of(signed));
        var inner = data.getEncapContentInfo();
        var content = Optional.ofNullable(inner.getContent())
                .map(ASN1OctetString::getInstance)
                .map(ASN1OctetString::getOctets);
        return new ReadSeal(typeOf(inner), content, signer, SignerName.of(signer.getSID()), attributes);
    }

    private static boolean isSignedData(ContentInfo outer) {
        var type = outer.getContentType();
        return type.equals(CMSObjectIdentifiers.signedData) || type.equals(GMObjectIdentifiers.sm2_pkcs7_signedData);
    }

    private static String typeOf(ContentInfo info) {
        return info.getContentType().getId();
    }

    private static Malformed refused(Reason reason, String expected, String actual) {
        return new Malformed(new Refusal(reason, expected, actual));
    }

    String digestId() {
        return signer.getDigestAlgorithm().getAlgorithm().getId();
    }

    String signatureId() {
        return signer.getDigestEncryptionAlgorithm().getAlgorithm().getId();
    }

    byte[] signature() {
        return signer.getEncryptedDigest().getOctets();
    }
}
