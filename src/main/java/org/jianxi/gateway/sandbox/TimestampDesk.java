package org.jianxi.gateway.sandbox;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.jianxi.gateway.signing.Sm3;
import org.jianxi.gateway.signing.TimestampAuthority;
import org.jianxi.gateway.signing.TimestampRequest;

/**
 * What the timestamp sandbox answers, without the wire.
 *
 * @param authority stamps as it should
 * @param expired stamps with a certificate of yesteryear
 * @param stranger stamps with one that is for other things
 */
public record TimestampDesk(
        TimestampAuthority authority, TimestampAuthority expired, TimestampAuthority stranger, Clock clock) {

    private static final int A_LOT = 4 * 1024 * 1024;

    byte[] answer(byte[] query, TimestampBehaviour behaviour) {
        return TimestampRequest.read(query)
                .map(request -> answer(request, behaviour))
                .orElseGet(authority::reject);
    }

    private byte[] answer(TimestampRequest request, TimestampBehaviour behaviour) {
        var now = clock.instant();
        var otherImprint = new TimestampRequest(Sm3.of(request.imprint().bytes()), request.nonce());
        var otherNonce = new TimestampRequest(request.imprint(), request.nonce().add(BigInteger.ONE));
        return switch (behaviour) {
            case TimestampBehaviour.Normal normal -> authority.grant(request, now);
            case TimestampBehaviour.Slow slow -> authority.grant(request, now);
            case TimestampBehaviour.Error error -> authority.reject();
            case TimestampBehaviour.Reject reject -> authority.reject();
            case TimestampBehaviour.WrongImprint wrong -> authority.grant(otherImprint, now);
            case TimestampBehaviour.WrongNonce wrong -> authority.grant(otherNonce, now);
            case TimestampBehaviour.WrongTime wrong -> authority.grant(request, now.minus(Duration.ofHours(1)));
            case TimestampBehaviour.ExpiredCertificate old -> expired.grant(request, now);
            case TimestampBehaviour.Stranger other -> stranger.grant(request, now);
            case TimestampBehaviour.Garbage garbage -> "<html>".getBytes(StandardCharsets.US_ASCII);
            case TimestampBehaviour.Endless endless -> new byte[A_LOT];
        };
    }
}
