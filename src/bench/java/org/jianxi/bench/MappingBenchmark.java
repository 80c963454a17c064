package org.jianxi.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jianxi.gateway.documents.XmlStream;
import org.jianxi.gateway.mapping.LongFiles;
import org.jianxi.gateway.mapping.LongRecords;
import tools.jackson.databind.json.JsonMapper;

/** A hundred thousand rows of twenty columns mapped record by record, against the bare parser on the same file. */
record MappingBenchmark(Project project) {

    private static final int ROWS = 100_000;

    /** Reads a whole file and says how much was in it. */
    private interface Parser {
        long count(Path file) throws Exception;
    }

    void run(int rounds, PrintStream out) throws Exception {
        var files = new LongFiles(project.emptied("mapping"), ROWS);
        compare(files, "xlsx", "fastexcel-reader", MappingBenchmark::fastexcel, rounds, out);
        compare(files, "csv", "fastcsv", MappingBenchmark::fastcsv, rounds, out);
        compare(files, "json", "Jackson's tokens", MappingBenchmark::jackson, rounds, out);
        compare(files, "xml", "the guarded event reader (Aalto)", MappingBenchmark::aalto, rounds, out);
    }

    private static void compare(
            LongFiles files, String format, String name, Parser bare, int rounds, PrintStream out) throws Exception {
        var file = files.write(format);
        var mapping = LongRecords.mapping(files.mapping(format));
        Parser ours = one -> new LongRecords().map(mapping, one);
        ours.count(file);
        bare.count(file);
        new Turns("Mapping " + format, "100 000 rows mapped to canonical records", name + " alone on the same file")
                .measure(rounds, () -> timed(ours, file), () -> timed(bare, file), out);
    }

    private static Map<String, Double> timed(Parser parser, Path file) throws Exception {
        var started = System.nanoTime();
        if (parser.count(file) < ROWS) {
            throw new IllegalStateException("rows are missing");
        }
        var seconds = (System.nanoTime() - started) / 1e9;
        return Turns.figures("wall, s", seconds, "rows a second", ROWS / seconds);
    }

    private static long fastexcel(Path file) throws Exception {
        var cells = 0L;
        try (var workbook = new ReadableWorkbook(file.toFile());
                var rows = workbook.getFirstSheet().openStream()) {
            for (var row : (Iterable<org.dhatim.fastexcel.reader.Row>) rows::iterator) {
                for (var cell : row) {
                    cells += cell == null || cell.getRawValue() == null ? 0 : 1;
                }
            }
        }
        return cells;
    }

    private static long fastcsv(Path file) throws Exception {
        var fields = 0L;
        try (var reader = CsvReader.builder().ofCsvRecord(file)) {
            for (var row : reader) {
                fields += row.getFieldCount();
            }
        }
        return fields;
    }

    private static long jackson(Path file) {
        var tokens = 0L;
        try (var parser = JsonMapper.shared().createParser(file)) {
            while (parser.nextToken() != null) {
                tokens += parser.getString() == null ? 0 : 1;
            }
        }
        return tokens;
    }

    private static long aalto(Path file) throws Exception {
        var events = 0L;
        try (var bytes = Files.newInputStream(file)) {
            var xml = XmlStream.ofDocument(bytes);
            while (xml.hasNext()) {
                xml.next();
                events++;
            }
        }
        return events;
    }
}
