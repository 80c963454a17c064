package org.jianxi.gateway.ledger;

import java.time.Instant;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.SourceId;

/**
 * How a body came in, apart from the body itself.
 *
 * @param receivedAt when its last byte was here; lateness is judged by it and never again
 * @param size in bytes
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
        Optional<String> idempotencyKey) {}
