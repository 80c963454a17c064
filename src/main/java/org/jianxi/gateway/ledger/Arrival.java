package org.jianxi.gateway.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.canonical.WellFormed;

/**
 * How a body came in, apart from the body itself.
 *
 * @param receivedAt when its last byte was here, to the microsecond; lateness is judged by it and never again
 * @param size in bytes
 * @param senderSignature the sender's detached CMS over the body
 * @param signer SM3 of the certificate it was verified with
 * @param said beside it; empty for what came before that was kept
 */
public record Arrival(
        SourceId source,
        Door door,
        MediaType mediaType,
        Optional<String> fileName,
        Instant receivedAt,
        Digest digest,
        long size,
        Optional<byte[]> senderSignature,
        Optional<Digest> signer,
        Optional<String> idempotencyKey,
        Optional<Said> said) {

    public Arrival {
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
        fileName = fileName.map(WellFormed::of);
        idempotencyKey = idempotencyKey.map(WellFormed::of);
    }
}
