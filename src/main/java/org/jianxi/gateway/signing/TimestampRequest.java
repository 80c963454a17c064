package org.jianxi.gateway.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jianxi.gateway.canonical.Digest;

/**
 * What is asked of a timestamp authority (RFC 3161 §2.4.1): a moment for this hash, never the bytes themselves.
 *
 * @param imprint SM3 of what is to be stamped
 * @param nonce comes back in the answer, so that an old answer is none to a new question
 */
public record TimestampRequest(Digest imprint, BigInteger nonce) {

    private static final int NONCE_BITS = 64;

    /** A question about these bytes that was never asked before. */
    public static TimestampRequest over(byte[] bytes, SecureRandom random) {
        return new TimestampRequest(Sm3.of(bytes), new BigInteger(NONCE_BITS, random));
    }

    /** Empty for what is no request with an SM3 imprint and a nonce. */
    public static Optional<TimestampRequest> read(byte[] der) {
        try {
            var request = TimeStampReq.getInstance(der);
            var imprint = request.getMessageImprint();
            return isSm3(imprint) && request.getNonce() != null
                    ? Optional.of(new TimestampRequest(
                            Digest.of(imprint.getHashedMessage()),
                            request.getNonce().getValue()))
                    : Optional.empty();
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The request as it travels; the authority is asked to put its certificate into the answer. */
    public byte[] der() {
        try {
            return new TimeStampReq(messageImprint(), null, new ASN1Integer(nonce), ASN1Boolean.TRUE, null)
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Structures in memory have an encoding", impossible);
        }
    }

    MessageImprint messageImprint() {
        return new MessageImprint(new AlgorithmIdentifier(GMObjectIdentifiers.sm3), imprint.bytes());
    }

    static boolean isSm3(MessageImprint imprint) {
        return imprint.getHashAlgorithm().getAlgorithm().equals(GMObjectIdentifiers.sm3)
                && imprint.getHashedMessage().length == HashFunction.BYTES;
    }
}
