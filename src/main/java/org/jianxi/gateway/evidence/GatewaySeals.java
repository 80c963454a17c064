package org.jianxi.gateway.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.Refusal;
import org.jianxi.gateway.signing.Seal;
import org.jianxi.gateway.signing.SealVerifier;
import org.jianxi.gateway.signing.SigningCertificate;
import org.jianxi.gateway.signing.Stamp;
import org.jianxi.gateway.signing.Standing;
import org.jianxi.gateway.signing.TimestampVerifier;
import org.jianxi.gateway.signing.Trust;
import org.jianxi.gateway.signing.Use;

/** The gateway's certificates in a piece of evidence, each held against the trusted roots for every moment something was signed at. */
final class GatewaySeals {

    private final Trust trust;
    private final List<Held> held;

    private GatewaySeals(Trust trust, List<Held> held) {
        this.trust = trust;
        this.held = held;
    }

    /** A certificate with the file it lies in. */
    record Held(String file, SigningCertificate certificate, SealVerifier verifier) {

        static Held read(String file, byte[] pem) throws Doubt {
            try {
                var certificate = SigningCertificate.parse(pem);
                return new Held(file, certificate, new SealVerifier(certificate));
            } catch (KeyProblem unusable) {
                throw new Doubt(
                        Reason.UNREADABLE,
                        file,
                        "a certificate with a key that signs",
                        String.valueOf(unusable.getMessage()));
            }
        }
    }

    /** Takes the certificates in; a {@link Doubt} when no root stands behind one, or it is not for the gateway's seals. */
    static GatewaySeals of(Trust trust, List<Held> certificates) throws Doubt {
        var seals = new GatewaySeals(trust, new ArrayList<>(certificates));
        for (var one : certificates) {
            seals.stands(one, one.certificate().notBefore());
        }
        return seals;
    }

    private void stands(Held one, Instant at) throws Doubt {
        if (trust.standing(one.certificate(), Use.GATEWAY, at) instanceof Standing.Refused refused) {
            throw Sealed.doubt(one.file(), Reason.CERTIFICATE_NOT_TRUSTED, refused.refusal());
        }
    }

    /** That a sender's registered certificate counted then. Being registered is enough; its authority may have taken it back. */
    void counted(Held registered, Instant at) throws Doubt {
        var certificate = registered.certificate();
        if (trust.pinning(certificate).standing(certificate, Use.SENDER, at) instanceof Standing.Refused refused) {
            throw Sealed.doubt(registered.file(), Reason.SENDER_SIGNATURE, refused.refusal());
        }
    }

    /** The content of one of the gateway's own seals. */
    byte[] own(Sealed sealed, Instant at) throws Doubt {
        return look(sealed, at, verifier -> verifier.checkOwn(sealed.cms(), at));
    }

    /** That the gateway sealed this content, with the seal beside it. */
    void ownDetached(Sealed sealed, byte[] content, Instant at) throws Doubt {
        look(sealed, at, verifier -> verifier.checkOwnDetached(sealed.cms(), content, at));
    }

    /** The same for a seal in the other world of algorithms, whose layout is not ours alone. */
    void detached(Sealed sealed, byte[] content, Instant at) throws Doubt {
        look(sealed, at, verifier -> verifier.checkDetached(sealed.cms(), content, at));
    }

    /** That an authority behind the same roots stamped these bytes, and not before they were made. */
    void stamped(byte[] token, byte[] cms, Instant signedAt) throws Doubt {
        if (new TimestampVerifier(trust).check(token, cms, signedAt) instanceof Stamp.Refused(var refusal)) {
            throw new Doubt(
                    Reason.TIMESTAMP,
                    Names.TIMESTAMP,
                    refusal.expected(),
                    refusal.reason().wireName() + ": " + refusal.actual());
        }
    }

    private byte[] look(Sealed sealed, Instant at, Function<SealVerifier, Seal> check) throws Doubt {
        Optional<Seal> foreign = Optional.empty();
        for (var one : held) {
            var seal = check.apply(one.verifier());
            if (!isAnothers(seal)) {
                var content = sealed.genuine(seal);
                stands(one, at);
                return content;
            }
            foreign = Optional.of(seal);
        }
        return sealed.genuine(
                foreign.orElseThrow(() -> new Doubt(Reason.FILE_MISSING, sealed.file(), "a certificate", "none")));
    }

    private static boolean isAnothers(Seal seal) {
        return seal instanceof Seal.Refused refused && refused.refusal().reason() == Refusal.Reason.WRONG_CERTIFICATE;
    }
}
