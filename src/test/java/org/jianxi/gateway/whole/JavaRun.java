package org.jianxi.gateway.whole;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./jianxi} without its shell script: the same main class, in a process of its own, from the classes under test. */
final class JavaRun {

    static final String MAIN = "org.jianxi.gateway.cli.Jianxi";
    private static final List<String> COPIED = List.of("routes", "schemas", "mappings", "platforms");

    /** The heap that bad input must not exceed; a process that does ends, and its test sees that. */
    private static final List<String> HEAP =
            List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private JavaRun() {}

    /** How a command ended. */
    record Ended(int code, String out, String err) {}

    static List<String> command(Path home, List<String> options, List<String> arguments) {
        return command(MAIN, home, options, arguments);
    }

    /** @param main another class to begin with */
    static List<String> command(String main, Path home, List<String> options, List<String> arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-Dfile.encoding=UTF-8", "-Djianxi.home=" + home));
        command.addAll(HEAP);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        return command;
    }

    /** Runs to the end, which must come within {@code seconds}. */
    static Ended run(Path home, Path scratch, long seconds, List<String> arguments)
            throws IOException, InterruptedException {
        var out = Files.createTempFile(scratch, "run", ".out");
        var err = Files.createTempFile(scratch, "run", ".err");
        var process = new ProcessBuilder(command(home, List.of(), arguments))
                .directory(home.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroy();
            throw new IOException(arguments + " did not end within " + seconds + " s: " + Files.readString(out));
        }
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    /** A copy of what the gateway reads at run time, so that a test never touches the project's own. */
    static Path homeIn(Path folder) throws IOException {
        var home = folder.resolve("home");
        for (var name : COPIED) {
            try (Stream<Path> files = Files.walk(Path.of(name))) {
                for (var file : files.toList()) {
                    var target = home.resolve(file.toString());
                    Files.createDirectories(target.getParent());
                    if (Files.isRegularFile(file)) {
                        Files.copy(file, target);
                    }
                }
            }
        }
        return home;
    }
}
