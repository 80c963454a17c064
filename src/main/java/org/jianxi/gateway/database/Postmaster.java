package org.jianxi.gateway.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server process running on a data folder, found by the {@code postmaster.pid} it keeps there. */
record Postmaster(ProcessHandle process, int port) {

    private static final String PID_FILE = "postmaster.pid";
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /**
     * The server on this folder, if one is alive. A pid file whose process is gone, or is by now some other program, is
     * removed: PostgreSQL itself would refuse to start over the second kind.
     */
    static Optional<Postmaster> on(Path data) throws IOException {
        var file = data.resolve(PID_FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readString(file, StandardCharsets.UTF_8).lines().toList();
        var process = lines.isEmpty()
                ? Optional.<ProcessHandle>empty()
                : number(lines.get(PID_LINE)).flatMap(ProcessHandle::of).filter(found -> runsOn(found, data));
        if (process.isEmpty()) {
            Files.deleteIfExists(file);
            return Optional.empty();
        }
        var port = lines.size() > PORT_LINE ? number(lines.get(PORT_LINE)).orElse(0L) : Long.valueOf(0);
        return process.map(found -> new Postmaster(found, port.intValue()));
    }

    /** Fast first (roll back and close), then immediate (recovery at the next start), then not asked at all. */
    void stop(ServerTools tools, Path data) {
        for (var mode : new String[] {"fast", "immediate"}) {
            if (endsAfter(() -> tools.run("pg_ctl", "stop", "-D", data.toString(), "-m", mode, "-W"))) {
                return;
            }
        }
        if (!endsAfter(process::destroyForcibly)) {
            throw new DatabaseUnavailable("The PostgreSQL process " + process.pid() + " on " + data + " does not end");
        }
    }

    private boolean endsAfter(Runnable request) {
        try {
            request.run();
            process.onExit().get(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (DatabaseUnavailable refused) {
            return !process.isAlive();
        } catch (TimeoutException | ExecutionException stillThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while PostgreSQL stopped", interrupted);
        }
    }

    /** A postmaster's working folder is its data folder; pids come round again, folders do not. */
    private static boolean runsOn(ProcessHandle process, Path data) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(data.toRealPath());
        } catch (IOException unreadable) {
            return process.info()
                    .command()
                    .filter(command -> command.endsWith("/postgres"))
                    .isPresent();
        }
    }

    private static Optional<Long> number(String line) {
        var text = line.strip();
        return text.matches("[0-9]{1,9}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
