package org.jianxi.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code ./jianxi check} of one canonical return as a whole process, against a Python script that checks the same. */
record CheckBenchmark(Project project) {

    private static final int PROCESSES_A_ROUND = 5;

    /** Fields 16 and 17 of proc(5) stat: processor time of children that ended, in ticks of 10 ms. */
    private static final Path OWN_STATISTICS = Path.of("/proc/self/stat");

    private static final int FIELDS_BEFORE = 13;
    private static final double TICK_MILLIS = 10;

    void run(int rounds, PrintStream out) throws Exception {
        var file = project.emptied("check").resolve("return.json");
        var sample = project.folder().resolve("mappings/provincial/samples/2023-06.expected.json");
        Files.copy(sample, file);
        var asked = List.of(
                file.toString(), "--sender", "539900", "--dataset", "monthly-return", "--period", "2023-06", "--json");
        var ours = command(List.of(project.launcher().toString(), "check"), asked);
        var script = project.folder().resolve("src/bench/python/check.py").toString();
        var python = command(List.of("python3", script), asked);
        process(ours);
        process(python);
        new Turns(
                        "Check",
                        "`./jianxi check` of one return, whole process",
                        "a Python 3 script with the standard library, whole process")
                .measure(rounds, () -> several(ours), () -> several(python), out);
    }

    private Map<String, Double> several(List<String> command) throws Exception {
        var processorBefore = processorMillisOfChildren();
        var started = System.nanoTime();
        for (var count = 0; count < PROCESSES_A_ROUND; count++) {
            process(command);
        }
        var millis = (System.nanoTime() - started) / 1e6;
        return Turns.figures(
                "wall, ms a process", millis / PROCESSES_A_ROUND,
                "processor, ms a process", (processorMillisOfChildren() - processorBefore) / PROCESSES_A_ROUND);
    }

    /** Runs it to its end; anything but an accepted return is a mistake of the benchmark. */
    private void process(List<String> command) throws Exception {
        var process = new ProcessBuilder(command)
                .redirectError(project.work().resolve("check/errors.log").toFile())
                .start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || !answer.contains("\"accepted\"")) {
            throw new IllegalStateException(command + " answered " + answer);
        }
    }

    private static double processorMillisOfChildren() throws IOException {
        var text = Files.readString(OWN_STATISTICS, StandardCharsets.US_ASCII);
        var afterName = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(afterName[FIELDS_BEFORE]) + Long.parseLong(afterName[FIELDS_BEFORE + 1])) * TICK_MILLIS;
    }

    private static List<String> command(List<String> program, List<String> asked) {
        var command = new ArrayList<>(program);
        command.addAll(asked);
        return command;
    }
}
