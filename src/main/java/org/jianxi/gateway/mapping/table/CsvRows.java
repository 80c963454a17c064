package org.jianxi.gateway.mapping.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.FieldModifiers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.RefusedStream;
import org.jianxi.gateway.documents.StrictReader;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jspecify.annotations.Nullable;

/** The rows of CSV as they stream by, decoded strictly, under a budget. */
public final class CsvRows implements RowStream {

    static final int LONGEST_FIELD = 65_536;

    private final CloseableIterator<CsvRecord> records;
    private final SheetBudget budget;
    private int line = 1;
    private int rows;
    private long cells;

    public CsvRows(InputStream bytes, CsvDialect dialect, SheetBudget budget) {
        this.budget = budget;
        var handler = CsvRecordHandler.of(
                settings -> settings.fieldModifier(dialect.trim() ? FieldModifiers.STRIP : FieldModifiers.NOP)
                        .maxFieldSize(LONGEST_FIELD));
        this.records = builder(dialect)
                .build(handler, new StrictReader(bytes, dialect.encoding()))
                .iterator();
    }

    static CsvReader.CsvReaderBuilder builder(CsvDialect dialect) {
        var builder = CsvReader.builder()
                .fieldSeparator(dialect.separator())
                .quoteCharacter(dialect.quote())
                .maxBufferSize(2 * LONGEST_FIELD)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .trimWhitespacesAroundQuotes(dialect.trim());
        return dialect.comment()
                .map(sign -> builder.commentStrategy(CommentStrategy.SKIP).commentCharacter(sign))
                .orElse(builder);
    }

    @Override
    public @Nullable Row next() throws UnreadableDocument {
        try {
            if (!records.hasNext()) {
                return null;
            }
            var record = records.next();
            line = (int) Math.min(record.getStartingLineNumber(), Integer.MAX_VALUE);
            return row(record);
        } catch (CsvParseException | UncheckedIOException malformed) {
            throw refusalOf(malformed, line);
        }
    }

    private Row row(CsvRecord record) throws UnreadableDocument {
        var width = record.getFieldCount();
        cells += width;
        if (width > budget.columns() || ++rows > budget.rows() || cells > budget.cells()) {
            throw budget.exceeded();
        }
        if ((rows & 0xFF) == 0 && Thread.currentThread().isInterrupted()) {
            throw budget.exceeded();
        }
        @Nullable Value[] values = new Value[width];
        for (var at = 0; at < width; at++) {
            var text = record.getField(at);
            values[at] = text.isEmpty() ? null : new Value.Text(text);
        }
        return new Row(line, values, width);
    }

    public static UnreadableDocument refusalOf(Exception malformed, int line) {
        var why = String.valueOf(malformed.getMessage());
        return RefusedStream.in(
                malformed,
                new UnreadableDocument(
                        DocumentRule.CSV,
                        Place.line(line, null),
                        new Bilingual(
                                "第%d行起不是合法的CSV（%s）".formatted(line, why),
                                "From line %d on it is not CSV: %s".formatted(line, why))));
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
