package org.jianxi.gateway.whole;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** The registry agent as a child process, on any free port. */
final class AgentProcess implements AutoCloseable {

    private static final Duration READY = Duration.ofMinutes(5);
    private static final Pattern URL = Pattern.compile("ready (http://\\S+)");

    private final Process process;
    private final Path out;

    private AgentProcess(Process process, Path out) {
        this.process = process;
        this.out = out;
    }

    /** Returns once it says that it is ready. */
    static AgentProcess start(Path home, Path state, String registry) throws IOException, InterruptedException {
        var out = Files.createTempFile(state.getParent(), "agent", ".log");
        var arguments = List.of("registry-agent", "--registry", registry, "--port", "0", "--state", state.toString());
        var process = new ProcessBuilder(JavaRun.command(home, List.of(), arguments))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        var agent = new AgentProcess(process, out);
        var until = System.nanoTime() + READY.toNanos();
        while (!URL.matcher(agent.said()).find()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IOException("The agent is not ready: " + agent.said());
            }
            Thread.sleep(100);
        }
        return agent;
    }

    String said() throws IOException {
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    URI url() throws IOException {
        var url = URL.matcher(said());
        if (!url.find()) {
            throw new IOException("It said no address");
        }
        return URI.create(url.group(1));
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
