package org.jianxi.gateway.registries.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.JsonText;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.registries.blind.Description;
import org.jianxi.gateway.registries.blind.OwnerFile;
import org.jianxi.gateway.registries.blind.SnapshotMaker;
import org.jianxi.gateway.signing.BlindKey;

/**
 * A snapshot that was made, with the secret it was made under: {@code current.json} in the registry's folder, its owner's alone.
 *
 * @param extract the digest of the file it was made from
 */
record KeptSnapshot(Digest extract, BlindKey key, Description description) {

    private static final String FILE = "current.json";

    static Path file(Path folder, Digest snapshot) {
        return folder.resolve(snapshot.hex() + ".snapshot");
    }

    Served served(Path folder) {
        return new Served(description.registry(), key, file(folder, description.snapshot()), description);
    }

    void writeTo(Path folder) throws IOException {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("extract", extract.hex());
        tree.put("secret", Digest.of(key.secret()).hex());
        tree.put("snapshot", description.snapshot().hex());
        tree.put("bytes", description.bytes());
        tree.put("rows", description.made().rows());
        tree.put("unusable", description.made().unusable());
        tree.put("entries", description.made().entries());
        tree.put("extracted", description.extracted().toString());
        new OwnerFile(folder.resolve(FILE)).write(JsonText.of(tree));
    }

    /** Empty where none was made. Throws {@link FileProblem} for a folder in which somebody changed something. */
    static Optional<KeptSnapshot> in(Path folder, String registry) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var tree = StrictJson.parse(Files.readAllBytes(file));
            var made = new SnapshotMaker.Made(
                    tree.path("rows").longValue(),
                    tree.path("unusable").longValue(),
                    tree.path("entries").longValue());
            var description = new Description(
                    registry,
                    new Digest(tree.path("snapshot").asString("")),
                    tree.path("bytes").longValue(),
                    made,
                    Instant.parse(tree.path("extracted").asString("")));
            var key = BlindKey.of(new Digest(tree.path("secret").asString("")).bytes());
            return Optional.of(new KeptSnapshot(new Digest(tree.path("extract").asString("")), key, description))
                    .filter(kept -> Files.exists(file(folder, description.snapshot())));
        } catch (UnreadableDocument | RuntimeException changed) {
            throw new FileProblem(file.toString(), 0, "is not as it was written");
        }
    }
}
