package org.jianxi.gateway.transport.desk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.signing.Sm3;

/**
 * Where what never became a delivery is kept, byte for byte: {@code var/refused/<source>/<SM3>.bin}. Named by its content, so the
 * same bytes lie there once however often they come.
 */
public final class KeptAside {

    private final Path root;

    public KeptAside(Path var) {
        this.root = var.resolve("refused");
    }

    public void keep(SourceId source, byte[] content) throws IOException {
        keep(source, new ByteArrayInputStream(content));
    }

    /** For what is too large to be held in memory; reads the stream to its end. */
    public void keep(SourceId source, InputStream content) throws IOException {
        var folder = Files.createDirectories(root.resolve(source.value()));
        var draft = Files.createTempFile(folder, ".", ".tmp");
        try {
            Files.copy(content, draft, StandardCopyOption.REPLACE_EXISTING);
            try (var written = Files.newInputStream(draft)) {
                Files.move(
                        draft,
                        folder.resolve(Sm3.of(written).hex() + ".bin"),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
