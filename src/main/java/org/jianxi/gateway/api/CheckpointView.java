package org.jianxi.gateway.api;

import java.nio.charset.StandardCharsets;
import org.jianxi.gateway.ledger.Checkpoint;

/**
 * A signed tree head.
 *
 * @param content the signed canonical JSON as text
 * @param cms our seal over it, DER; base64 on the wire
 */
record CheckpointView(long treeSize, String treeHead, String signedAt, String content, byte[] cms) {

    static CheckpointView of(Checkpoint checkpoint) {
        return new CheckpointView(
                checkpoint.treeSize(),
                checkpoint.treeHead().hex(),
                checkpoint.signedAt().toString(),
                new String(checkpoint.content(), StandardCharsets.UTF_8),
                checkpoint.cms());
    }
}
