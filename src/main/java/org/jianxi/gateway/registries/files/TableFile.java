package org.jianxi.gateway.registries.files;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;

/**
 * A CSV file whose encoding, separator and columns are known. Columns that nobody asks for are passed over.
 *
 * @param width how many fields each row has
 * @param wanted the position, from 0, of each column asked for, in the order asked
 * @param plainFrom where its rows begin when it may be read line by line; -1 where only the library reads it
 */
public record TableFile(Path file, Charset encoding, char separator, int width, List<Integer> wanted, long plainFrom) {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    public TableFile {
        wanted = List.copyOf(wanted);
    }

    /** Throws {@link FileRefused} when it is empty, in no known encoding, or lacks one of the columns. */
    public static TableFile open(Path file, List<String> columns) {
        try {
            var sample = Sample.of(file);
            var encoding = sample.encoding();
            for (var separator : SEPARATORS) {
                var header = QuotedRows.header(file, encoding, separator);
                if (columns.stream().allMatch(column -> count(header, column) == 1)) {
                    var wanted = columns.stream().map(header::indexOf).toList();
                    var from = sample.isPlain() ? sample.firstLineEnd() + 1L : -1;
                    return new TableFile(file, encoding, separator, header.size(), wanted, from);
                }
            }
            throw missing(file, columns, QuotedRows.header(file, encoding, ','));
        } catch (IOException unreadable) {
            throw unreadable(file);
        }
    }

    private static FileRefused missing(Path file, List<String> columns, List<String> header) {
        var lacking =
                columns.stream().filter(column -> count(header, column) == 0).toList();
        return lacking.isEmpty()
                ? FileRefused.at(file, 1, new Bilingual("表头中有重复的列", "a column stands twice in the header"))
                : FileRefused.at(
                        file,
                        1,
                        new Bilingual(
                                "表头缺少列 " + String.join("、", lacking),
                                "the header lacks the column " + String.join(", ", lacking)));
    }

    private static long count(List<String> header, String column) {
        return header.stream().filter(column::equals).count();
    }

    static FileRefused unreadable(Path file) {
        return FileRefused.whole(file, new Bilingual("读不出来", "cannot be read"));
    }

    /** In bytes. */
    public long size() {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw unreadable(file);
        }
    }

    FileRefused wrongWidth(long line, int fields) {
        return FileRefused.at(
                file,
                line,
                new Bilingual(
                        "有%d列，表头有%d列".formatted(fields, width),
                        "has %d columns where the header has %d".formatted(fields, width)));
    }
}
