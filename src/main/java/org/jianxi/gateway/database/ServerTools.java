package org.jianxi.gateway.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code initdb} and {@code pg_ctl} as a user the server accepts.
 *
 * <p>PostgreSQL refuses to run as root, and a container's only user is often root. {@code unshare -U} gives the server a
 * user namespace in which it is nobody, while the files stay ours. Where that is forbidden, it runs as the system's
 * nobody and its folder is given to that user.
 */
final class ServerTools {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final String NOBODY = "65534";

    private final Path binaries;
    private final List<String> as;

    private ServerTools(Path binaries, List<String> as) {
        this.binaries = binaries;
        this.as = as;
    }

    /** @param folder everything the server will write; given away when the server must run as nobody */
    static ServerTools of(Path binaries, Path folder) {
        if (!isRoot()) {
            return new ServerTools(binaries, List.of());
        }
        if (works(List.of("unshare", "-U", "true"))) {
            return new ServerTools(binaries, List.of("unshare", "-U"));
        }
        var asNobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        run(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()));
        return new ServerTools(binaries, asNobody);
    }

    /** Runs one of the server's programs to its end; throws {@link DatabaseUnavailable} with its output when it fails. */
    void run(String program, String... arguments) {
        var command = new ArrayList<>(as);
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) {
        try {
            var output = Files.createTempFile("jianxi-postgres", ".out");
            try {
                var code = exitCode(command, output.toFile());
                if (code != 0) {
                    throw new DatabaseUnavailable(String.join(" ", command) + " ended with " + code + ":\n"
                            + new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
                }
            } finally {
                Files.delete(output);
            }
        } catch (IOException cannotRun) {
            throw new DatabaseUnavailable("Cannot run " + command.getFirst(), cannotRun);
        }
    }

    private static int exitCode(List<String> command, File output) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new DatabaseUnavailable(String.join(" ", command) + " did not end within " + LIMIT);
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while running " + command.getFirst(), interrupted);
        }
    }

    private static boolean works(List<String> command) {
        try {
            run(command);
            return true;
        } catch (DatabaseUnavailable forbidden) {
            return false;
        }
    }

    /** The owner of {@code /proc/self} is the user this process acts as. */
    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException notLinux) {
            return false;
        }
    }
}
