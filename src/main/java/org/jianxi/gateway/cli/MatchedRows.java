package org.jianxi.gateway.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jianxi.gateway.filing.CellText;

/** The results, one line a person and registry in the order of the people, UTF-8. A program that opens them finds no formula. */
record MatchedRows(Matched matched) {

    /** Signs and digits alone compute nothing but a number: what was sent stays as it was. */
    private static final Pattern HARMLESS = Pattern.compile("[-+0-9Xx ]*");

    void writeTo(Path file) {
        new PrivateCsv(this::write).writeTo(file);
    }

    void printTo(PrintWriter out) {
        try {
            new PrivateCsv(this::write).write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void write(CsvWriter csv) {
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
    }

    private static String harmless(String text) {
        return HARMLESS.matcher(text).matches() ? text : new CellText(text).neutralised();
    }
}
