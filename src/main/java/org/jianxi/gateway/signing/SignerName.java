package org.jianxi.gateway.signing;

import java.math.BigInteger;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;

/** Whom a signature says it is from: a claim that only helps to name the difference when it is from another. */
sealed interface SignerName {

    /**
     * @param issuer as text: the library reads a name's parts only when asked and throws then, so it is asked at once
     */
    record Numbered(String issuer, BigInteger number) implements SignerName {
        @Override
        public String toString() {
            return "issuer " + issuer + ", number " + number.toString(16);
        }
    }

    record KeyIdentifier(String hex) implements SignerName {
        @Override
        public String toString() {
            return "key identifier " + hex;
        }
    }

    /** Throws an unchecked exception for neither; the reader of the seal catches it. */
    static SignerName of(SignerIdentifier signer) {
        if (signer.isTagged()) {
            var identifier = ASN1OctetString.getInstance(signer.getId());
            return new KeyIdentifier(HexFormat.of().formatHex(identifier.getOctets()));
        }
        var name = IssuerAndSerialNumber.getInstance(signer.getId());
        return new Numbered(name.getName().toString(), name.getSerialNumber().getValue());
    }
}
