package org.jianxi.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** {@code ./jianxi check} of one canonical return as a whole process, against a Python script that checks the same. */
record CheckBenchmark(Project project) {

    void run(int rounds, PrintStream out) throws Exception {
        var file = project.emptied("check").resolve("return.json");
        var sample = project.folder().resolve("mappings/provincial/samples/2023-06.expected.json");
        Files.copy(sample, file);
        var asked = List.of(
                file.toString(), "--sender", "539900", "--dataset", "monthly-return", "--period", "2023-06", "--json");
        var ours = process(command(List.of(project.launcher().toString(), "check"), asked));
        var script = project.folder().resolve("src/bench/python/check.py").toString();
        var python = process(command(List.of("python3", script), asked));
        ours.once();
        python.once();
        new Turns(
                        "Check",
                        "`./jianxi check` of one return, whole process",
                        "a Python 3 script with the standard library, whole process")
                .measure(rounds, ours::several, python::several, out);
    }

    private WholeProcess process(List<String> command) {
        return new WholeProcess(command, "\"accepted\"", project.work().resolve("check/errors.log"));
    }

    private static List<String> command(List<String> program, List<String> asked) {
        var command = new ArrayList<>(program);
        command.addAll(asked);
        return command;
    }
}
