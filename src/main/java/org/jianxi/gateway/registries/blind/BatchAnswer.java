package org.jianxi.gateway.registries.blind;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.signing.CanonicalBytes;

/**
 * The answer to one batch, as JSON: {@code snapshot}, {@code batch} (the digest of what was asked), {@code audit} (of the agent's
 * line about it), {@code outputs} in base64 in the order of the points. What is signed are its very bytes.
 */
public record BatchAnswer(Digest snapshot, Digest batch, Digest audit, List<byte[]> outputs) {

    public BatchAnswer {
        outputs = List.copyOf(outputs);
    }

    public byte[] json() {
        var base64 = Base64.getEncoder();
        return CanonicalBytes.of(Map.of(
                "snapshot",
                snapshot.hex(),
                "batch",
                batch.hex(),
                "audit",
                audit.hex(),
                "outputs",
                outputs.stream().map(base64::encodeToString).toList()));
    }

    public static Optional<BatchAnswer> read(byte[] json) {
        try {
            var tree = StrictJson.parse(json);
            return Batch.bytes(tree.path("outputs"))
                    .map(outputs -> new BatchAnswer(
                            new Digest(tree.path("snapshot").asString("")),
                            new Digest(tree.path("batch").asString("")),
                            new Digest(tree.path("audit").asString("")),
                            outputs));
        } catch (UnreadableDocument | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
