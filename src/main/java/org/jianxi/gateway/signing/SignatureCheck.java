package org.jianxi.gateway.signing;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.jianxi.gateway.signing.Refusal.Reason;

/** The last steps of a verification: do attributes, digest and signature belong to this content? */
record SignatureCheck(VerifyingKey key, ReadSeal seal) {

    private static final HexFormat HEX = HexFormat.of();

    /** The content types that may be signed without attributes (RFC 5652 §5.3; GB/T 35275 allows it for its own). */
    private static final Set<String> PLAIN_DATA =
            Set.of(CMSObjectIdentifiers.data.getId(), GMObjectIdentifiers.sm2_pkcs7_data.getId());

    Optional<Refusal> refusal(byte[] content) {
        return seal.attributes()
                .map(attributes -> overAttributes(attributes, content))
                .orElseGet(() -> overContent(content));
    }

    private Optional<Refusal> overAttributes(SignedAttributes attributes, byte[] content) {
        var type = attributes.contentType();
        var signed = attributes.messageDigest();
        if (type.isEmpty() || signed.isEmpty()) {
            return refusal(
                    Reason.ATTRIBUTES_MISSING,
                    "contentType, messageDigest",
                    (type.isPresent() ? "contentType" : "-") + ", " + (signed.isPresent() ? "messageDigest" : "-"));
        }
        if (!type.get().equals(seal.contentType())) {
            return refusal(Reason.WRONG_CONTENT_TYPE, seal.contentType(), type.get());
        }
        var actual = key.digest().hash(content);
        if (!MessageDigest.isEqual(signed.get(), actual)) {
            return refusal(Reason.DIGEST_DIFFERS, HEX.formatHex(signed.get()), HEX.formatHex(actual));
        }
        return signature(attributes.encoded());
    }

    private Optional<Refusal> overContent(byte[] content) {
        if (!PLAIN_DATA.contains(seal.contentType())) {
            return refusal(Reason.ATTRIBUTES_MISSING, "contentType, messageDigest", "none for " + seal.contentType());
        }
        if (SignedAttributes.mayBe(content)) {
            // A signature over someone's attributes, passed off as one over a content: both are the same bytes.
            return refusal(
                    Reason.ATTRIBUTES_MISSING, "contentType, messageDigest", "a content that is such attributes");
        }
        return signature(content);
    }

    private Optional<Refusal> signature(byte[] signed) {
        return key.verifies(signed, seal.signature())
                ? Optional.empty()
                : refusal(Reason.SIGNATURE_WRONG, "the registered key's", "another's or changed");
    }

    private static Optional<Refusal> refusal(Reason reason, String expected, String actual) {
        return Optional.of(new Refusal(reason, expected, actual));
    }
}
