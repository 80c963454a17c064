package org.jianxi.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * From start to the first healthy answer, against Spring Boot on the same libraries without the gateway.
 *
 * <p>The gateway starts its PostgreSQL, on a data folder that was there before; the baseline has no database at all.
 */
record StartBenchmark(Project project) {

    void run(int rounds, PrintStream out) throws Exception {
        var work = project.emptied("start");
        gateway(work);
        bare(work);
        new Turns(
                        "Start",
                        "`./jianxi serve` to healthy, its PostgreSQL included",
                        "a bare Spring Boot application of the same libraries, without a database")
                .measure(rounds, () -> gateway(work), () -> bare(work), out);
    }

    private Map<String, Double> gateway(Path work) throws Exception {
        var environment = Map.of("JIANXI_VAR", work.resolve("var").toString(), "JIANXI_SFTP_PORT", "0");
        return started(List.of(project.launcher().toString(), "serve"), environment, work.resolve("gateway.log"));
    }

    private Map<String, Double> bare(Path work) throws Exception {
        var command = project.bareApplication(
                "--spring.threads.virtual.enabled=true",
                "--spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration");
        return started(command, Map.of(), work.resolve("bare.log"));
    }

    private static Map<String, Double> started(List<String> command, Map<String, String> environment, Path log)
            throws Exception {
        try (var server = ServerProcess.start(command, environment, Project.freePort(), Project.freePort(), log)) {
            return Turns.figures(
                    "wall, s", server.untilReady().toMillis() / 1e3,
                    "the JVM's processor, s", server.processorTime().toMillis() / 1e3);
        }
    }
}
