package org.jianxi.gateway.signing;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;

/**
 * What a signer signed instead of the content itself (RFC 5652 §5.4).
 *
 * @param encoded the SET OF in DER, the bytes that carry the signature
 * @param contentType empty when it is missing, stands twice or has not exactly one value
 * @param messageDigest empty likewise
 */
record SignedAttributes(byte[] encoded, Optional<String> contentType, Optional<byte[]> messageDigest) {

    /** Throws an unchecked exception for what is not a set of attributes; the reader of the seal catches it. */
    static SignedAttributes of(ASN1Set attributes) throws IOException {
        return new SignedAttributes(
                attributes.getEncoded(ASN1Encoding.DER),
                onlyValue(attributes, CMSAttributes.contentType)
                        .map(ASN1ObjectIdentifier::getInstance)
                        .map(ASN1ObjectIdentifier::getId),
                onlyValue(attributes, CMSAttributes.messageDigest)
                        .map(ASN1OctetString::getInstance)
                        .map(ASN1OctetString::getOctets));
    }

    /** Whether these bytes are such a set: a signature over them could have been made over a signer's attributes. */
    static boolean mayBe(byte[] content) {
        try {
            var set = ASN1Set.getInstance(content);
            return onlyValue(set, CMSAttributes.messageDigest).isPresent();
        } catch (RuntimeException notASet) {
            return false;
        }
    }

    private static Optional<ASN1Encodable> onlyValue(ASN1Set attributes, ASN1ObjectIdentifier type) {
        Optional<ASN1Encodable> found = Optional.empty();
        for (var entry : attributes) {
            var attribute = Attribute.getInstance(entry);
            if (attribute.getAttrType().equals(type)) {
                if (found.isPresent() || attribute.getAttrValues().size() != 1) {
                    return Optional.empty();
                }
                found = Optional.of(attribute.getAttrValues().getObjectAt(0));
            }
        }
        return found;
    }
}
