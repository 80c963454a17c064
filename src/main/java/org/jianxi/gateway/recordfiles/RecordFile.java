package org.jianxi.gateway.recordfiles;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.forms.FieldType;
import org.jianxi.gateway.mapping.table.CsvDialect;
import org.jianxi.gateway.mapping.table.CsvRows;
import org.jianxi.gateway.mapping.table.SheetBudget;

/**
 * The records of one dataset in {@code <dataset>.csv}: UTF-8, a header of the dictionary's names, dates as in ISO 8601. Other
 * columns are passed over, and rows stream by.
 *
 * @param looked the fields that are read
 */
public record RecordFile(Path file, Dataset dataset, Set<String> looked, Problems problems) {

    private static final CsvDialect DIALECT = new CsvDialect(StandardCharsets.UTF_8, ',', '"', Optional.empty(), true);
    private static final int MOST_ROWS = 100_000_000;
    private static final int MOST_COLUMNS = 200;
    private static final SheetBudget BUDGET =
            new SheetBudget(MOST_ROWS, MOST_COLUMNS, Long.MAX_VALUE, Long.MAX_VALUE, 0, 0, 0);

    public String name() {
        return file.getFileName().toString();
    }

    /** The field that tells one record from another. */
    public String key() {
        return dataset.key().getFirst();
    }

    /** The dataset whose record's id a field holds. */
    public Optional<String> leadsTo(String field) {
        return dataset.find(field)
                .map(Field::type)
                .flatMap(type -> type instanceof FieldType.Text text ? text.of() : Optional.empty());
    }

    /**
     * Tells the header, then each record. What is wrong goes to {@code problems}; a row that cannot be read is not told.
     *
     * @param headed told once, before any record
     */
    public void read(References references, Consumer<RecordHeader> headed, Consumer<ReadRecord> records) {
        try (var rows = new CsvRows(new BufferedInputStream(Files.newInputStream(file)), DIALECT, BUDGET)) {
            var first = rows.next();
            if (first == null) {
                problems.add(name(), 0, "", "是空文件，应有表头", "is empty; it needs a header");
                return;
            }
            var header = RecordHeader.read(this, first);
            headed.accept(header);
            for (var row = rows.next(); row != null; row = rows.next()) {
                header.record(this, row, references).ifPresent(records);
            }
        } catch (UnreadableDocument unreadable) {
            var line = unreadable.at().line();
            problems.add(name(), line == null ? 0 : line, "", unreadable.reason());
        } catch (IOException unreadable) {
            problems.add(name(), 0, "", "读不出来", "cannot be read");
        }
    }
}
