package org.jianxi.gateway.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.jianxi.gateway.canonical.Bilingual;

/** A CSV file about people: UTF-8, whole or not at all, readable by its owner alone. */
record PrivateCsv(Consumer<CsvWriter> rows) {

    void writeTo(Path file) {
        var folder = file.toAbsolutePath().getParent();
        try {
            var part = Files.createTempFile(folder, ".match", ".part");
            try {
                try (var writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                    write(writer);
                }
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException | UncheckedIOException failed) {
            throw new CannotBeDone(new Bilingual("写不了 " + file, "Cannot write " + file + ": " + failed.getMessage()));
        }
    }

    void write(Writer to) throws IOException {
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to);
        rows.accept(csv);
        csv.flush();
    }
}
