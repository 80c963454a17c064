package org.jianxi.gateway.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.filing.CellText;

/** The results, one line a person and registry in the order of the people, UTF-8. A program that opens them finds no formula. */
record MatchedRows(Matched matched) {

    /** Signs and digits alone compute nothing but a number: what was sent stays as it was. */
    private static final Pattern HARMLESS = Pattern.compile("[-+0-9Xx ]*");

    /** Whole or not at all, and readable by its owner alone. */
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

    void printTo(PrintWriter out) {
        try {
            write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void write(Writer to) throws IOException {
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to);
        csv.writeRecord("row", "idNumber", "registry", "result", "category");
        for (var row = 0; row < matched.people().size(); row++) {
            var idNumber = harmless(matched.people().idNumber(row));
            for (var match : matched.registries()) {
                csv.writeRecord(
                        Integer.toString(row + 1),
                        idNumber,
                        harmless(match.registry()),
                        match.outcomes().result(row).name(),
                        harmless(match.outcomes().category(row)));
            }
        }
        csv.flush();
    }

    private static String harmless(String text) {
        return HARMLESS.matcher(text).matches() ? text : new CellText(text).neutralised();
    }
}
