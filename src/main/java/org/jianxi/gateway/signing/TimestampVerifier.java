package org.jianxi.gateway.signing;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.ReadSeal.Malformed;
import org.jianxi.gateway.signing.Refusal.Reason;

/**
 * Says whether a timestamp token (RFC 3161) is the configured authority's over given bytes, and what moment it gives.
 *
 * <p>What is believed is the authority's own certificate, or that of whoever issued it; then the token brings the authority's and the
 * issuer's signature on it is checked. Either way it must be for stamping times, valid and not revoked at the moment it gives. The
 * first check that fails is the answer; nothing from outside makes this throw. Safe for many threads.
 */
public final class TimestampVerifier {

    /** Clocks of two offices may differ by as much; a stamp further from our own record of the moment says nothing. */
    private static final Duration APART = Duration.ofMinutes(5);

    private static final int GRANTED_WITH_CHANGES = 1;

    private final Trust trust;

    /** @param trust holds the authority's certificate, or its issuer's, among the roots */
    public TimestampVerifier(Trust trust) {
        this.trust = trust;
    }

    /** @param trusted the authority's certificate, or its issuer's */
    public TimestampVerifier(SigningCertificate trusted) {
        this(Trust.of(List.of(trusted), List.of()));
    }

    /** Believes whoever signed this token: tells whether it is as it came, and not whether it is from anybody we know. */
    public static TimestampVerifier believing(byte[] token) {
        try {
            return new TimestampVerifier(Trust.of(ReadStamp.of(token).embedded(), List.of()));
        } catch (Malformed unreadable) {
            return new TimestampVerifier(Trust.of(List.of(), List.of()));
        }
    }

    /** What an authority just answered; {@code now} is the moment of receipt by our clock. */
    public Stamp checkAnswer(byte[] answer, TimestampRequest request, Instant now) {
        try {
            var token = tokenIn(answer);
            var stamp = ReadStamp.of(token);
            return end(
                    token,
                    stamp,
                    signed(token, stamp)
                            .or(() -> imprint(stamp, request.imprint()))
                            .or(() -> nonce(stamp, request))
                            .or(() -> near(stamp, now)));
        } catch (Malformed malformed) {
            return new Stamp.Refused(malformed.refusal());
        }
    }

    /** A token that was kept; {@code signedAt} is when the bytes came to be, and no stamp on them is older. */
    public Stamp check(byte[] token, byte[] bytes, Instant signedAt) {
        try {
            var stamp = ReadStamp.of(token);
            return end(
                    token,
                    stamp,
                    signed(token, stamp).or(() -> imprint(stamp, Sm3.of(bytes))).or(() -> notBefore(stamp, signedAt)));
        } catch (Malformed malformed) {
            return new Stamp.Refused(malformed.refusal());
        }
    }

    private Stamp end(byte[] token, ReadStamp stamp, Optional<Refusal> refusal) {
        return refusal.<Stamp>map(Stamp.Refused::new).orElseGet(() -> {
            var authority = new TimestampSigner(trust, stamp).certificate().orElseThrow();
            return new Stamp.Genuine(stamp.at(), authority.subject(), token);
        });
    }

    private static byte[] tokenIn(byte[] answer) throws Malformed {
        try {
            var response = TimeStampResp.getInstance(answer);
            var status = response.getStatus().getStatus().intValue();
            if (status < 0 || status > GRANTED_WITH_CHANGES) {
                throw new Malformed(new Refusal(Reason.NOT_GRANTED, "status 0 / 1", "status " + status));
            }
            return response.getTimeStampToken().getEncoded();
        } catch (IOException | RuntimeException unreadable) {
            throw new Malformed(new Refusal(
                    Reason.NOT_A_TIMESTAMP,
                    "TimeStampResp",
                    unreadable.getClass().getSimpleName()));
        }
    }

    private Optional<Refusal> signed(byte[] token, ReadStamp stamp) {
        return new TimestampSigner(trust, stamp).refusal(token);
    }

    private static Optional<Refusal> imprint(ReadStamp stamp, Digest expected) {
        var actual = stamp.imprint();
        return TimestampRequest.isSm3(actual)
                        && Digest.of(actual.getHashedMessage()).equals(expected)
                ? Optional.empty()
                : refusal(
                        Reason.WRONG_IMPRINT,
                        expected.hex(),
                        TimestampRequest.isSm3(actual)
                                ? Digest.of(actual.getHashedMessage()).hex()
                                : "a hash by " + actual.getHashAlgorithm().getAlgorithm());
    }

    private static Optional<Refusal> nonce(ReadStamp stamp, TimestampRequest request) {
        return stamp.nonce().filter(request.nonce()::equals).isPresent()
                ? Optional.empty()
                : refusal(
                        Reason.WRONG_NONCE,
                        request.nonce().toString(),
                        stamp.nonce().map(Object::toString).orElse("none"));
    }

    private static Optional<Refusal> near(ReadStamp stamp, Instant now) {
        return Duration.between(stamp.at(), now).abs().compareTo(APART) <= 0
                ? Optional.empty()
                : refusal(Reason.TIME_ABSURD, now + " ± " + APART, stamp.at().toString());
    }

    private static Optional<Refusal> notBefore(ReadStamp stamp, Instant signedAt) {
        return stamp.at().isBefore(signedAt.minus(APART))
                ? refusal(
                        Reason.TIME_ABSURD,
                        "from " + signedAt + " on",
                        stamp.at().toString())
                : Optional.empty();
    }

    private static Optional<Refusal> refusal(Reason reason, String expected, String actual) {
        return Optional.of(new Refusal(reason, expected, actual));
    }
}
