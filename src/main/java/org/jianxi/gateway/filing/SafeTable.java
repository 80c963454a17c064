package org.jianxi.gateway.filing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A table that a spreadsheet opens rightly: UTF-8 with a byte order mark, nothing that could be a formula. */
public final class SafeTable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SafeTable() {}

    public static byte[] write(List<String> header, Stream<List<String>> rows) {
        var text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(text)) {
            csv.writeRecord(header);
            rows.forEach(row -> csv.writeRecord(
                    row.stream().map(cell -> new CellText(cell).neutralised()).toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
