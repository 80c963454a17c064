package org.jianxi.gateway.registries.extracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jianxi.gateway.registries.snapshot.Snapshot;
import org.jianxi.gateway.registries.snapshot.SnapshotWriter;
import org.jianxi.gateway.registries.snapshot.Tokens;

/** A snapshot that was written and is not in force. It goes when it is closed, unless it was kept. */
record WrittenSnapshot(Path path, ExtractCounts counts, NumberlessRows numberless) implements AutoCloseable {

    /** Reads the extract to its end. */
    static WrittenSnapshot of(ExtractFile file, ExtractForm form, Tokens tokens, Path folder)
            throws RefusedExtract, IOException {
        var path = Files.createTempFile(folder, ".extract", ".new");
        var numberless = new NumberlessRows();
        var isWhole = false;
        try (var writer = new SnapshotWriter(path)) {
            var counts = new ExtractReading(form, tokens, writer, numberless).read(file);
            writer.finish();
            try (var snapshot = Snapshot.open(path)) {
                var written = new WrittenSnapshot(path, counts.repeated(snapshot.repeated()), numberless);
                isWhole = true;
                return written;
            }
        } finally {
            if (!isWhole) {
                Files.deleteIfExists(path);
            }
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
