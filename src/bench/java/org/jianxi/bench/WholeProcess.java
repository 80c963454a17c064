package org.jianxi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A command run to its end, several times in a row.
 *
 * @param answer what it must say, or the benchmark is mistaken
 * @param log where its other output goes
 */
record WholeProcess(List<String> command, String answer, Path log) {

    private static final int PROCESSES_A_ROUND = 5;

    /** Fields 16 and 17 of proc(5) stat: processor time of children that ended, in ticks of 10 ms. */
    private static final Path OWN_STATISTICS = Path.of("/proc/self/stat");

    private static final int FIELDS_BEFORE = 13;
    private static final double TICK_MILLIS = 10;

    Map<String, Double> several() throws Exception {
        var processorBefore = processorMillisOfChildren();
        var started = System.nanoTime();
        for (var count = 0; count < PROCESSES_A_ROUND; count++) {
            once();
        }
        var millis = (System.nanoTime() - started) / 1e6;
        return Turns.figures(
                "wall, ms a process", millis / PROCESSES_A_ROUND,
                "processor, ms a process", (processorMillisOfChildren() - processorBefore) / PROCESSES_A_ROUND);
    }

    void once() throws Exception {
        var process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || !said.contains(answer)) {
            throw new IllegalStateException(command + " answered " + said);
        }
    }

    private static double processorMillisOfChildren() throws IOException {
        var text = Files.readString(OWN_STATISTICS, StandardCharsets.US_ASCII);
        var afterName = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(afterName[FIELDS_BEFORE]) + Long.parseLong(afterName[FIELDS_BEFORE + 1])) * TICK_MILLIS;
    }
}
