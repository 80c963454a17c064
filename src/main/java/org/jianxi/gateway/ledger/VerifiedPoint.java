package org.jianxi.gateway.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.CanonicalBytes;
import tools.jackson.databind.json.JsonMapper;

/**
 * That so many entries, and every row behind them, were found as they were signed.
 *
 * @param head of the tree over these entries
 * @param fullAt when all of them were last gone through at once
 */
public record VerifiedPoint(long entries, Digest head, Instant fullAt) {

    /** As it is sealed. */
    public byte[] content() {
        return CanonicalBytes.of(
                Map.of("verified", 1L, "entries", entries, "treeHead", head.hex(), "fullAt", fullAt.toString()));
    }

    /** Empty where the sealed content is another thing of ours, such as a checkpoint. */
    public static Optional<VerifiedPoint> read(byte[] content) {
        var tree = JsonMapper.shared().readTree(new String(content, StandardCharsets.UTF_8));
        return tree.path("verified").asInt(0) == 1
                ? Optional.of(new VerifiedPoint(
                        tree.path("entries").asLong(),
                        new Digest(tree.path("treeHead").asString("")),
                        Instant.parse(tree.path("fullAt").asString(""))))
                : Optional.empty();
    }
}
