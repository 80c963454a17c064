package org.jianxi.gateway.api;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jianxi.gateway.ledger.Checkpoint;
import org.jianxi.gateway.ledger.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * A signed tree head.
 *
 * @param content the signed canonical JSON as text
 * @param cms our seal over it, DER; base64 on the wire
 * @param timestamp null while it is not yet timestamped
 */
record CheckpointView(
        long treeSize,
        String treeHead,
        String signedAt,
        String content,
        byte[] cms,
        @Nullable TimestampView timestamp) {

    static CheckpointView of(Checkpoint checkpoint, Optional<Timestamp> timestamp) {
        return new CheckpointView(
                checkpoint.treeSize(),
                checkpoint.treeHead().hex(),
                checkpoint.signedAt().toString(),
                new String(checkpoint.content(), StandardCharsets.UTF_8),
                checkpoint.cms(),
                timestamp.map(TimestampView::of).orElse(null));
    }
}
