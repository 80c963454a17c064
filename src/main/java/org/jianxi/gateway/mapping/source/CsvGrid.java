package org.jianxi.gateway.mapping.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.StrictText;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.table.CsvDialect;
import org.jianxi.gateway.mapping.table.Grid;
import org.jianxi.gateway.mapping.table.Value;

/** Reads CSV in its declared encoding into a grid; places are physical lines and the header's own words. */
public final class CsvGrid {

    private static final int MOST_ROWS = 10_000;
    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_FIELD = 65_536;
    private static final int MOST_FIELDS = 200_000;

    private CsvGrid() {}

    public static Grid read(byte[] content, TableRule rule) throws UnreadableDocument {
        var records = records(text(content, rule.dialect()), rule.dialect());
        var header = header(records, rule);
        var lines = records.stream()
                .map(one -> (int) Math.min(one.getStartingLineNumber(), Integer.MAX_VALUE))
                .toList();
        var grid =
                new Grid(List.of(), (row, column) -> Place.line(lineOf(lines, row), nameOf(header, column)), List.of());
        for (var row = 1; row <= records.size(); row++) {
            fill(grid, row, records.get(row - 1).getFields());
        }
        return grid;
    }

    private static List<String> header(List<CsvRecord> records, TableRule rule) {
        return rule.anchor()
                .map(Characters::label)
                .flatMap(anchor -> records.stream()
                        .map(CsvRecord::getFields)
                        .filter(fields -> fields.stream()
                                .anyMatch(field -> Characters.label(field).equals(anchor)))
                        .findFirst())
                .or(() ->
                        records.stream().skip(rule.headerRow() - 1L).findFirst().map(CsvRecord::getFields))
                .orElse(List.of());
    }

    private static void fill(Grid grid, int row, List<String> fields) {
        for (var column = 1; column <= fields.size(); column++) {
            var text = fields.get(column - 1);
            if (!text.isEmpty()) {
                grid.put(row, column, new Value.Text(text));
            }
        }
    }

    private static String text(byte[] content, CsvDialect rule) throws UnreadableDocument {
        var text = StrictText.decode(content, rule.encoding());
        if (!rule.encoding().equals(StandardCharsets.UTF_8) && startsWithUtf8Mark(content)) {
            throw refused(
                    DocumentRule.ENCODING,
                    1,
                    new Bilingual(
                            "约定的编码是%s，文件却带有UTF-8标记".formatted(rule.encoding().name()),
                            "The agreed encoding is %s but the file carries the mark of UTF-8"
                                    .formatted(rule.encoding().name())));
        }
        var odd = StrictText.findOddCharacter(text);
        if (odd.isPresent()) {
            var line = 1
                    + (int) text.substring(0, odd.getAsInt())
                            .chars()
                            .filter(one -> one == '\n')
                            .count();
            throw refused(
                    DocumentRule.TEXT, line, new Bilingual("文字中含有不允许的字符", "The text contains a forbidden character"));
        }
        return StrictText.withoutMark(text);
    }

    private static List<CsvRecord> records(String text, CsvDialect dialect) throws UnreadableDocument {
        var records = new ArrayList<CsvRecord>();
        var fields = 0;
        var line = 1;
        try (var reader = CsvReader.builder()
                .fieldSeparator(dialect.separator())
                .quoteCharacter(dialect.quote())
                .maxBufferSize(LONGEST_FIELD)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            for (var one : reader) {
                line = (int) one.getStartingLineNumber();
                fields += one.getFieldCount();
                if (one.getFieldCount() > MOST_COLUMNS || records.size() >= MOST_ROWS || fields > MOST_FIELDS) {
                    throw refused(
                            DocumentRule.LIMIT,
                            line,
                            new Bilingual(
                                    "表格超过%d行或%d列".formatted(MOST_ROWS, MOST_COLUMNS),
                                    "The table has more than %d rows or %d columns"
                                            .formatted(MOST_ROWS, MOST_COLUMNS)));
                }
                records.add(one);
            }
            return records;
        } catch (CsvParseException | UncheckedIOException | IOException malformed) {
            var why = String.valueOf(malformed.getMessage());
            throw refused(
                    DocumentRule.CSV,
                    line,
                    new Bilingual(
                            "第%d行起不是合法的CSV（%s）".formatted(line, why),
                            "From line %d on it is not CSV: %s".formatted(line, why)));
        }
    }

    private static boolean startsWithUtf8Mark(byte[] content) {
        return content.length >= 3
                && content[0] == (byte) 0xEF
                && content[1] == (byte) 0xBB
                && content[2] == (byte) 0xBF;
    }

    private static int lineOf(List<Integer> lines, int row) {
        return row <= lines.size() ? lines.get(row - 1) : lines.isEmpty() ? 1 : lines.getLast();
    }

    private static String nameOf(List<String> header, int column) {
        var name = column <= header.size() ? header.get(column - 1).strip() : "";
        return name.isEmpty() ? Integer.toString(column) : name;
    }

    private static UnreadableDocument refused(DocumentRule rule, int line, Bilingual why) {
        return new UnreadableDocument(rule, Place.line(line, null), why);
    }
}
