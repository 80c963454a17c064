package org.jianxi.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A server in a process of its own.
 *
 * @param untilReady from the start of the process to the first healthy answer
 */
record ServerProcess(Process process, URI address, Duration untilReady) implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int PAUSE_MILLIS = 10;
    private static final int OK = 200;

    /** Starts the command with the two ports of its web server and its health page, and returns once that says UP. */
    static ServerProcess start(
            List<String> command, Map<String, String> environment, int port, int healthPort, Path log)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("MANAGEMENT_SERVER_PORT", Integer.toString(healthPort));
        var health = URI.create("http://127.0.0.1:" + healthPort + "/actuator/health");
        var started = System.nanoTime();
        var process = builder.start();
        try (var client = HttpClient.newHttpClient()) {
            while (!isUp(client, health)) {
                var waited = Duration.ofNanos(System.nanoTime() - started);
                if (!process.isAlive() || waited.compareTo(LIMIT) > 0) {
                    process.destroyForcibly();
                    throw new IOException("Not ready after " + waited + "; its words are in " + log);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        var untilReady = Duration.ofNanos(System.nanoTime() - started);
        return new ServerProcess(process, URI.create("http://127.0.0.1:" + port), untilReady);
    }

    /** Processor time of the process so far, its threads together. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static boolean isUp(HttpClient client, URI health) throws InterruptedException {
        try {
            var answer = client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
            return answer.statusCode() == OK && answer.body().contains("UP");
        } catch (IOException notYet) {
            return false;
        }
    }
}
