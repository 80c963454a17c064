package org.jianxi.gateway.whole;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jianxi.gateway.database.SuiteOutput;

/**
 * The real gateway as a child process with a database of its own, reached by HTTP and SFTP alone.
 *
 * <p>Killed, it leaves its PostgreSQL running as it would in earnest; the next start on the same folder finds it.
 */
final class GatewayProcess implements AutoCloseable {

    private static final Duration READY = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int LOG_SHOWN = 4000;

    private final Path home;
    private final Path var;
    private final List<String> options;
    private final int port;
    private final int managementPort;
    private final int sftpPort;
    private String main = JavaRun.MAIN;
    private Process process;

    private GatewayProcess(Path home, Path var, List<String> options) throws IOException {
        this.home = home;
        this.var = var;
        this.options = new ArrayList<>(options);
        this.port = freePort();
        this.managementPort = freePort();
        this.sftpPort = freePort();
    }

    /**
     * Prepares folders and ports; {@link #start()} starts.
     *
     * @param folder empty
     * @param options of the JVM, beyond the heap's
     */
    static GatewayProcess in(Path folder, String... options) throws IOException {
        var home = JavaRun.homeIn(folder);
        return new GatewayProcess(home, Files.createDirectories(folder.resolve("var")), List.of(options));
    }

    /** Another node over this one's database, keys and folders, on ports of its own. This one must have started. */
    GatewayProcess beside() throws IOException {
        return new GatewayProcess(
                home,
                var,
                Stream.concat(options.stream(), Stream.of("-Djianxi.database.attach=true"))
                        .toList());
    }

    /** Another option of the JVM for the next start, where it needs to know the port. */
    void tell(String option) {
        options.add(option);
    }

    /** Another day for the next start: its clock begins then and ticks on. */
    GatewayProcess on(Instant day) {
        main = MovedGateway.class.getName();
        options.removeIf(one -> one.startsWith("-D" + MovedGateway.BEGINS));
        options.add("-D%s=%s".formatted(MovedGateway.BEGINS, day));
        return this;
    }

    /** Where {@code access.yaml}, keys and data lie. */
    Path var() {
        return var;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI managementUrl() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    int sftpPort() {
        return sftpPort;
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Returns once the gateway says it is well; also after {@link #kill()}. */
    GatewayProcess start() throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of(
                "serve",
                "--jianxi.home=" + home,
                "--jianxi.var=" + var,
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--management.server.port=" + managementPort,
                "--jianxi.sftp.host=127.0.0.1",
                "--jianxi.sftp.port=" + sftpPort));
        process = new ProcessBuilder(JavaRun.command(main, home, options, arguments))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        awaitReady();
        return this;
    }

    /** {@code kill -9} of the gateway alone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stops it as a service manager would, database and all; {@link #start()} starts it again. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** How it ended, which it must have. */
    int exitCode() {
        return process.exitValue();
    }

    /** Runs another command of the gateway on the same folders. */
    JavaRun.Ended command(String... arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--jianxi.var=" + var);
        return JavaRun.run(home, var, READY.toSeconds(), all);
    }

    /** {@code verify} elsewhere: it is told nothing of these folders. */
    JavaRun.Ended verify(String... arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("verify"));
        all.addAll(List.of(arguments));
        return JavaRun.run(home, var, READY.toSeconds(), all);
    }

    /** What it wrote last, for a message about what went wrong. */
    String logTail() throws IOException {
        var text = Files.readString(log(), StandardCharsets.UTF_8);
        return text.substring(Math.max(0, text.length() - LOG_SHOWN));
    }

    /** Stops the gateway as a service manager would, and whatever database a killed one left behind. */
    @Override
    public void close() throws IOException, InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(READY.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
            var name = "process-" + port;
            SuiteOutput.keepDatabases(var.resolve("postgres"), name);
            SuiteOutput.keepFile(log(), name);
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        var until = System.nanoTime() + READY.toNanos();
        while (!isWell()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IOException("The gateway is not ready, alive: " + process.isAlive() + "\n" + logTail());
            }
            Thread.sleep(LOOK);
        }
    }

    private boolean isWell() throws InterruptedException {
        try {
            return new Wire(managementUrl()).get("/actuator/health", "").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Path log() {
        return var.resolve("gateway.log");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
