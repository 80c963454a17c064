package org.jianxi.gateway.registries.blind;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.signing.CanonicalBytes;

/**
 * What an agent says of one registry.
 *
 * @param snapshot the digest of the snapshot's file
 * @param bytes how long that is
 * @param extracted when the extract's file was written
 */
public record Description(String registry, Digest snapshot, long bytes, SnapshotMaker.Made made, Instant extracted) {

    private static final String PROTOCOL = "jianxi-blind-1";

    /** @param nonce the asker's, so that an old answer does not pass for a new one */
    public byte[] json(String nonce) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("protocol", PROTOCOL);
        tree.put("nonce", nonce);
        tree.put("registry", registry);
        tree.put("snapshot", snapshot.hex());
        tree.put("bytes", bytes);
        tree.put("rows", made.rows());
        tree.put("unusable", made.unusable());
        tree.put("entries", made.entries());
        tree.put("extracted", extracted.toString());
        tree.put("batchPoints", Batch.POINTS);
        return CanonicalBytes.of(tree);
    }

    /** Empty for another protocol, another nonce, or no such document. */
    public static Optional<Description> read(byte[] json, String nonce) {
        try {
            var tree = StrictJson.parse(json);
            return tree.path("protocol").asString("").equals(PROTOCOL)
                            && tree.path("nonce").asString("").equals(nonce)
                    ? Optional.of(new Description(
                            tree.path("registry").asString(""),
                            new Digest(tree.path("snapshot").asString("")),
                            tree.path("bytes").asLong(-1),
                            new SnapshotMaker.Made(
                                    tree.path("rows").asLong(-1),
                                    tree.path("unusable").asLong(-1),
                                    tree.path("entries").asLong(-1)),
                            Instant.parse(tree.path("extracted").asString(""))))
                    : Optional.empty();
        } catch (UnreadableDocument | IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }
}
