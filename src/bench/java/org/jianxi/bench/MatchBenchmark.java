package org.jianxi.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jianxi.gateway.registries.Population;
import tools.jackson.databind.json.JsonMapper;

/** People matched with a registry: ours against DuckDB's and PostgreSQL's hash joins, then larger registries and a day's change. */
final class MatchBenchmark {

    private static final int DAY = 100;
    private static final int ANY_HITS = -1;
    private static final double MEGABYTE = 1024 * 1024;

    private final Project project;
    private final OurMatch ours;
    private final int people = Integer.getInteger("bench.match.people", 200_000);
    private final long rows = Long.getLong("bench.match.rows", 5_000_000L);

    MatchBenchmark(Project project) {
        this.project = project;
        this.ours = new OurMatch(project);
    }

    void run(int rounds, PrintStream out) throws Exception {
        var data = new MatchData(project.emptied("match"), population(rows));
        out.printf(
                Locale.ROOT,
                "%n%,d people, %,d rows, %,d hits%n",
                people,
                rows,
                data.population().hits());
        var snapshot = data.snapshot("registry.tokens", 0, rows);
        var heap = new PeakHeap();
        var tokens = data.tokens(1);
        OurMatch.tokenSeconds(snapshot, tokens, 2, data.population().hits());
        out.printf(Locale.ROOT, "peak heap of tokens and match %.0f MB%n", heap.megabytes());
        againstDuckDb(rounds, data, snapshot, out);
        againstPostgres(rounds, data, snapshot, out);
        wholeProcess(data, out);
        linearity(data, snapshot, out);
        day(data, snapshot, out);
    }

    private Population population(long size) {
        return new Population(people, size, people * 3 / 10);
    }

    private void againstDuckDb(int rounds, MatchData data, Path snapshot, PrintStream out) throws Exception {
        var hits = data.population().hits();
        var tokens = data.tokens(1);
        try (var duck = new DuckJoin(data)) {
            new Turns(
                            "Match tokens",
                            "tokens in a sorted file, names compared",
                            "DuckDB, Parquet BIGINT, numbers alone")
                    .measure(
                            rounds,
                            () -> both(threads -> OurMatch.tokenSeconds(snapshot, tokens, threads, hits)),
                            () -> both(duck::parquetSeconds),
                            out);
            new Turns("Match CSV", "both CSV files, names compared", "DuckDB, the same CSV files, names compared")
                    .measure(
                            rounds,
                            () -> both(threads -> ours.csvSeconds(data, threads)),
                            () -> both(duck::csvSeconds),
                            out);
        }
    }

    /** Seconds with that many threads. */
    private interface Timed {
        double seconds(int threads) throws Exception;
    }

    private static Map<String, Double> both(Timed timed) throws Exception {
        return Turns.figures(
                "wall, s, one thread", timed.seconds(1),
                "wall, s, two threads", timed.seconds(2));
    }

    private void againstPostgres(int rounds, MatchData data, Path snapshot, PrintStream out) throws Exception {
        var hits = data.population().hits();
        var tokens = data.tokens(1);
        try (var postgres = new PostgresJoin(project, data)) {
            new Turns("Match and PostgreSQL", "tokens in a sorted file, two threads", "PostgreSQL, hash join of bigint")
                    .measure(
                            Math.min(rounds, 3),
                            () -> Turns.figures("wall, s", OurMatch.tokenSeconds(snapshot, tokens, 2, hits)),
                            () -> Turns.figures("wall, s", postgres.seconds()),
                            out);
        }
    }

    /** The command in a process of its own, with the memory it says it took. */
    private void wholeProcess(MatchData data, PrintStream out) throws Exception {
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx640m",
                        "-XX:+UseSerialGC",
                        "-Djianxi.home=" + project.folder(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.jianxi.gateway.cli.Jianxi",
                        "match",
                        "--people",
                        data.people().toString(),
                        "--registry",
                        "bench=" + data.registry(),
                        "--json")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = JsonMapper.shared().readTree(command.getInputStream().readAllBytes());
        out.printf(
                Locale.ROOT,
                "%n./jianxi match, all of it: %.1f s, %,d rows a second, %.0f MB resident at the most%n",
                said.at("/seconds").doubleValue(),
                said.at("/rowsPerSecond").longValue(),
                said.at("/peakMemoryBytes").longValue() / MEGABYTE);
    }

    /** A quarter, a half and all of the rows; the best of three each, so that other work on the machine weighs less. */
    private void linearity(MatchData data, Path snapshot, PrintStream out) throws Exception {
        out.printf("%n| rows | seconds, two threads | ns a row |%n|---|---|---|%n");
        var tokens = data.tokens(1);
        for (var part = 4; part >= 1; part /= 2) {
            var some = part == 1 ? snapshot : data.snapshot("part.tokens", 0, rows / part);
            var best = best(() -> OurMatch.tokenSeconds(some, tokens, 2, ANY_HITS));
            out.printf(Locale.ROOT, "| %,d | %.3f | %.1f |%n", rows / part, best, best * 1e9 * part / rows);
        }
    }

    /** One hundredth of the people or of the rows is new. */
    private void day(MatchData data, Path snapshot, PrintStream out) throws Exception {
        var all = data.tokens(1);
        var some = data.tokens(DAY);
        var delta = data.snapshot("delta.tokens", 0, rows / DAY);
        var full = best(
                () -> OurMatch.tokenSeconds(snapshot, all, 2, data.population().hits()));
        var ofPeople = best(() -> OurMatch.tokenSeconds(snapshot, some, 2, ANY_HITS));
        var ofRows = best(() -> OurMatch.tokenSeconds(delta, all, 2, ANY_HITS));
        out.printf(
                Locale.ROOT,
                "%nA full match %.3f s; 1 %% of the people %.4f s (%.1f %%); 1 %% of the rows %.4f s (%.1f %%)%n",
                full,
                ofPeople,
                100 * ofPeople / full,
                ofRows,
                100 * ofRows / full);
        new TokenPace(project).print(data, full, ofRows, out);
    }

    private interface Seconds {
        double run() throws Exception;
    }

    private static double best(Seconds seconds) throws Exception {
        return Math.min(seconds.run(), Math.min(seconds.run(), seconds.run()));
    }
}
