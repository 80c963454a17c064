package org.jianxi.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.jianxi.gateway.mapping.LongFiles;
import org.jianxi.gateway.mapping.LongRecords;

/** A hundred thousand rows of twenty columns mapped record by record, against the bare parser on the same file. */
record MappingBenchmark(Project project) {

    private static final int ROWS = 100_000;

    /** Reads a whole file and says how much was in it. */
    interface Parser {
        long count(Path file) throws Exception;
    }

    void run(int rounds, PrintStream out) throws Exception {
        var files = new LongFiles(project.emptied("mapping"), ROWS);
        compare(files, "xlsx", "fastexcel-reader", BareParsers::fastexcel, rounds, out);
        compare(files, "xlsx", "POI's events", BareParsers::poi, rounds, out);
        compare(files, "csv", "fastcsv", BareParsers::fastcsv, rounds, out);
        compare(files, "json", "Jackson's tokens", BareParsers::jackson, rounds, out);
        compare(files, "xml", "Aalto's events", BareParsers::aalto, rounds, out);
    }

    private static void compare(LongFiles files, String format, String name, Parser bare, int rounds, PrintStream out)
            throws Exception {
        var file = files.write(format);
        var mapping = LongRecords.mapping(files.mapping(format));
        Parser ours = one -> new LongRecords().map(mapping, one);
        ours.count(file);
        bare.count(file);
        new Turns("Mapping " + format, "100 000 rows mapped to canonical records", name + " alone on the same file")
                .measure(rounds, () -> timed(ours, file), () -> timed(bare, file), out);
    }

    private static Map<String, Double> timed(Parser parser, Path file) throws Exception {
        var heap = new PeakHeap();
        var started = System.nanoTime();
        if (parser.count(file) < ROWS) {
            throw new IllegalStateException("rows are missing");
        }
        var seconds = (System.nanoTime() - started) / 1e9;
        return Turns.figures(
                "wall, s", seconds, "rows a second", ROWS / seconds, "peak heap with garbage, MB", heap.megabytes());
    }
}
