package org.jianxi.gateway.signing;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The names that one kind of key writes into its SignedData.
 *
 * <p>An SM2 signature calls itself SM2-with-SM3 (1.2.156.10197.1.501, GM/T 0006) and not the bare SM2 signature (…1.301.1) that some
 * toolkits write: both are in use, but Bouncy Castle's own verifier throws on the second, and no verifier we met refuses the first.
 *
 * @param data the content type of what is signed
 * @param signedData the content type of the whole
 */
record SealStyle(
        ASN1ObjectIdentifier data,
        ASN1ObjectIdentifier signedData,
        HashFunction hash,
        AlgorithmIdentifier digest,
        AlgorithmIdentifier signature) {

    /** GB/T 35275 with its own content types. */
    private static final SealStyle SM2 = new SealStyle(
            GMObjectIdentifiers.sm2_pkcs7_data,
            GMObjectIdentifiers.sm2_pkcs7_signedData,
            HashFunction.SM3,
            new AlgorithmIdentifier(GMObjectIdentifiers.sm3),
            new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3));

    /** RFC 5652 and 3370 §3.2: the bare name of the key's algorithm, with its NULL. */
    private static final SealStyle RSA =
            sha256(new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE));

    private static final SealStyle ECDSA = sha256(new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256));

    static SealStyle of(Algorithm algorithm) {
        return switch (algorithm) {
            case SM2 -> SM2;
            case RSA -> RSA;
            case ECDSA -> ECDSA;
        };
    }

    private static SealStyle sha256(AlgorithmIdentifier signature) {
        return new SealStyle(
                CMSObjectIdentifiers.data,
                CMSObjectIdentifiers.signedData,
                HashFunction.SHA_256,
                new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256),
                signature);
    }
}
