package org.jianxi.bench;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** Runs the benchmarks named, or all of them, and leaves their tables in {@code target/bench/results.md} too. */
public final class Benchmarks {

    private static final List<String> ALL = List.of(
            "parts", "check", "start", "push", "window", "receipts", "proofs", "verify", "mapping", "match", "records");

    private Benchmarks() {}

    public static void main(String[] names) throws Exception {
        var project = Project.ofWorkingFolder();
        Files.createDirectories(project.work());
        var rounds = Integer.getInteger("bench.rounds", 5);
        var results = new ByteArrayOutputStream();
        for (var name : names.length == 0 ? ALL : List.of(names)) {
            var table = new ByteArrayOutputStream();
            run(name, project, rounds, new PrintStream(table, true, StandardCharsets.UTF_8));
            results.write(table.toByteArray());
            System.out.print(table.toString(StandardCharsets.UTF_8));
        }
        Files.write(project.work().resolve("results.md"), results.toByteArray());
    }

    private static void run(String name, Project project, int rounds, PrintStream out) throws Exception {
        switch (name) {
            case "parts" -> new PartsBenchmark(project).run(rounds, out);
            case "check" -> new CheckBenchmark(project).run(rounds, out);
            case "start" -> new StartBenchmark(project).run(rounds, out);
            case "push" -> new PushBenchmark(project).run(rounds, out);
            case "window" -> new WindowBenchmark(project).run(rounds, out);
            case "receipts" -> new ReceiptsBenchmark(project).run(rounds, out);
            case "proofs" -> new ProofsBenchmark(project).run(rounds, out);
            case "verify" -> new VerifyBenchmark(project).run(rounds, out);
            case "mapping" -> new MappingBenchmark(project).run(rounds, out);
            case "match" -> new MatchBenchmark(project).run(rounds, out);
            case "records" -> new RecordsBenchmark(project).run(rounds, out);
            default -> throw new IllegalArgumentException(name + " is none of " + ALL);
        }
    }
}
