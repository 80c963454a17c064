package org.jianxi.gateway.registries.files;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.RefusedStream;
import org.jianxi.gateway.documents.StrictReader;
import org.jianxi.gateway.documents.UnreadableDocument;

/** Rows of CSV in its full grammar, with quotation marks and line ends in fields, read by the library. */
public final class QuotedRows {

    /** No number, name or category is longer. */
    static final int LONGEST_FIELD = 4096;

    private static final Pattern STARTING_LINE = Pattern.compile("line ([0-9]{1,18})\\b");
    private static final int MOST_COLUMNS = 1000;
    private static final long A_WHILE = 0x3FFF;

    private final TableFile table;
    private final FieldSink sink;

    public QuotedRows(TableFile table, RowSink sink) {
        this(
                table,
                (line, fields) -> sink.row(
                        line,
                        fields.get(RowSink.ID_NUMBER),
                        fields.get(RowSink.NAME),
                        fields.size() > RowSink.CATEGORY ? fields.get(RowSink.CATEGORY) : ""));
    }

    /** @param sink takes the columns asked for, in the order asked */
    public QuotedRows(TableFile table, FieldSink sink) {
        this.table = table;
        this.sink = sink;
    }

    static List<String> header(Path file, Charset encoding, char separator) throws IOException {
        try (var stream = Files.newInputStream(file);
                var rows = reader(stream, encoding, separator)) {
            var first = rows.iterator();
            if (!first.hasNext()) {
                throw FileRefused.whole(file, new Bilingual("没有表头", "there is no header"));
            }
            return first.next().getFields().stream().map(String::strip).toList();
        } catch (CsvParseException | UncheckedIOException malformed) {
            throw refusal(file, malformed, 0, 1);
        }
    }

    /** Every row behind the header. */
    public void all(ReadSoFar progress) {
        read(0, 0, true, progress);
    }

    /** @param lines how many stand before that position, which is the beginning of one */
    void from(long position, long lines, ReadSoFar progress) {
        read(position, lines, false, progress);
    }

    private void read(long position, long lines, boolean headed, ReadSoFar progress) {
        var last = 1L;
        try (var channel = FileChannel.open(table.file()).position(position);
                var rows = reader(Channels.newInputStream(channel), table.encoding(), table.separator())) {
            var skip = headed;
            var count = 0L;
            for (var row : rows) {
                last = row.getStartingLineNumber();
                if (!skip) {
                    take(row, lines + last);
                }
                skip = false;
                if ((++count & A_WHILE) == 0) {
                    progress.at(channel.position(), lines + count);
                }
            }
        } catch (CsvParseException | UncheckedIOException malformed) {
            throw refusal(table.file(), malformed, lines, last);
        } catch (IOException unreadable) {
            throw TableFile.unreadable(table.file());
        }
    }

    private void take(CsvRecord row, long line) {
        var fields = row.getFieldCount();
        if (fields < table.width() || !isBlankFrom(row, table.width())) {
            throw table.wrongWidth(line, fields);
        }
        var wanted = new ArrayList<String>(table.wanted().size());
        for (var column : table.wanted()) {
            var field = row.getField(column);
            if (field.indexOf('\0') >= 0) {
                throw FileRefused.at(table.file(), line, new Bilingual("有空字节（NUL）", "has a NUL byte"));
            }
            wanted.add(field);
        }
        sink.row(line, wanted);
    }

    /** Empty fields behind the last column are what spreadsheets leave there. */
    private static boolean isBlankFrom(CsvRecord row, int width) {
        for (var at = width; at < row.getFieldCount(); at++) {
            if (!row.getField(at).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static CsvReader<CsvRecord> reader(InputStream bytes, Charset encoding, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(1 << 20)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(
                        CsvRecordHandler.of(
                                settings -> settings.maxFields(MOST_COLUMNS).maxFieldSize(LONGEST_FIELD)),
                        new StrictReader(bytes, encoding));
    }

    /** The library's message is read for the number of a line and not repeated: it may quote the row. */
    private static long startOf(Exception malformed, long otherwise) {
        var said = STARTING_LINE.matcher(String.valueOf(malformed.getMessage()));
        return said.find() ? Long.parseLong(said.group(1)) : otherwise;
    }

    private static FileRefused refusal(Path file, Exception malformed, long lines, long last) {
        var refused = RefusedStream.in(
                malformed, new UnreadableDocument(DocumentRule.CSV, Place.WHOLE, new Bilingual("", "")));
        var within = refused.at().line();
        var line = lines + (within == null ? startOf(malformed, last) : within);
        return switch (refused.rule()) {
            case EMPTY -> FileRefused.whole(file, new Bilingual("文件为空", "the file is empty"));
            case ENCODING ->
                FileRefused.at(file, line, new Bilingual("编码与前面各行不同", "is in another encoding than the lines before"));
            case TEXT -> FileRefused.at(file, line, new Bilingual("有不允许的字符", "has a forbidden character"));
            default ->
                FileRefused.at(
                        file,
                        line,
                        new Bilingual(
                                "从这里起不是合法的CSV（引号未结束，或一个字段过长）",
                                "from here on it is not CSV: a quotation mark is open, or a field is too long"));
        };
    }
}
