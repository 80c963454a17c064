package org.jianxi.gateway.registries.asking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianxi.gateway.registries.blind.Batch;
import org.jianxi.gateway.registries.blind.OwnerFile;
import org.jianxi.gateway.registries.blind.Trail;

/**
 * The asker's folder: its audit, the secret of its tokens, and for each registry the snapshot and what was answered. One process at a
 * time.
 */
public final class Asking implements AutoCloseable {

    private static final int SECRET_BYTES = 32;

    private final Path folder;
    private final Batch.Query query;
    private final Clock clock;
    private final SecureRandom random;
    private final Trail trail;
    private final byte[] secret;

    private Asking(Path folder, Batch.Query query, Clock clock, SecureRandom random) throws IOException {
        this.folder = folder;
        this.query = query;
        this.clock = clock;
        this.random = random;
        this.trail = Trail.open(folder.resolve("audit.jsonl"), line -> {});
        this.secret = keptOrNewSecret();
    }

    /** Makes the folder where there is none. */
    public static Asking in(Path folder, Batch.Query query, Clock clock, SecureRandom random) throws IOException {
        OwnerFile.folder(folder);
        return new Asking(folder, query, clock, random);
    }

    private byte[] keptOrNewSecret() throws IOException {
        var file = folder.resolve("token.key");
        if (!Files.exists(file)) {
            var fresh = new byte[SECRET_BYTES];
            random.nextBytes(fresh);
            new OwnerFile(file).write(fresh);
        }
        return Files.readAllBytes(file);
    }

    Path folder(String registry) {
        return folder.resolve(registry);
    }

    Batch.Query query() {
        return query;
    }

    Clock clock() {
        return clock;
    }

    SecureRandom random() {
        return random;
    }

    byte[] secret() {
        return secret;
    }

    void note(String registry, Batch batch, Map<String, Object> more) throws IOException {
        var line = new LinkedHashMap<String, Object>(more);
        line.put("at", clock.instant().toString());
        line.put("registry", registry);
        line.put("session", batch.session());
        line.put("number", batch.number());
        line.put("points", batch.points().size());
        line.put("batch", batch.digest().hex());
        line.put("purpose", query.purpose());
        line.put("legalBasis", query.legalBasis());
        trail.append(line);
    }

    @Override
    public void close() throws IOException {
        trail.close();
    }
}
