package org.jianxi.gateway.documents;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A small CSV table of ours with a header row, UTF-8: code lists, holidays, divisions. */
public record Table(List<Map<String, String>> rows) {

    public Table {
        rows = List.copyOf(rows);
    }

    /** Reads the whole file; throws {@link FileProblem} naming it when it is not such a table. */
    public static Table read(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            return new Table(reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList());
        } catch (IOException | RuntimeException unreadable) {
            throw new FileProblem(file.toString(), 0, String.valueOf(unreadable.getMessage()));
        }
    }

    /** The same from text already at hand; {@code name} is what messages call it. */
    public static Table parse(String name, String text) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            return new Table(reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList());
        } catch (IOException | RuntimeException unreadable) {
            throw new FileProblem(name, 0, String.valueOf(unreadable.getMessage()));
        }
    }
}
