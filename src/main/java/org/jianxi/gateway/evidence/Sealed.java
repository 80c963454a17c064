package org.jianxi.gateway.evidence;

import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.signing.Refusal;
import org.jianxi.gateway.signing.Seal;

/**
 * A signature found in evidence.
 *
 * @param reason what it is called when it does not hold
 */
record Sealed(String file, byte[] cms, Reason reason) {

    /** What was signed; a {@link Doubt} when the signature does not count. */
    byte[] genuine(Seal seal) throws Doubt {
        return switch (seal) {
            case Seal.Genuine genuine -> genuine.content();
            case Seal.Refused refused -> throw doubt(file, reason, refused.refusal());
        };
    }

    /** A refusal of the signature or of its certificate, in the words of a bundle. */
    static Doubt doubt(String file, Reason usual, Refusal why) {
        var reason = switch (why.reason()) {
            case NOT_YET_VALID, EXPIRED -> Reason.CERTIFICATE_NOT_VALID;
            case REVOKED -> Reason.CERTIFICATE_REVOKED;
            case UNKNOWN_ISSUER, ISSUER_SIGNATURE_WRONG, WRONG_USAGE -> Reason.CERTIFICATE_NOT_TRUSTED;
            default -> usual;
        };
        return new Doubt(reason, file, why.expected(), why.reason().wireName() + ": " + why.actual());
    }
}
