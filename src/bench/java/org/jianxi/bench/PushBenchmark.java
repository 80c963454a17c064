package org.jianxi.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.database.EmbeddedPostgres;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.intake.AccessWriter;

/** From a push over HTTP to the signed receipt, against a controller that inserts the same body into the same PostgreSQL. */
record PushBenchmark(Project project) {

    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warmup", 10));
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 5));

    void run(int rounds, PrintStream out) throws Exception {
        var work = project.emptied("push");
        var home = home(work.resolve("home"));
        var variable = Files.createDirectories(work.resolve("var"));
        var keys = keys(variable);
        try (var postgres = EmbeddedPostgres.start(
                        work.resolve("postgres"), project.work().resolve("postgres-binaries"), 0);
                var gateway = gateway(postgres, home, variable, work.resolve("gateway.log"));
                var bare = bare(postgres, work.resolve("bare.log"));
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            var pushes = new Pushes(client, keys, new AtomicLong());
            if (!pushes.push(gateway.address()).contains("\"signature\"")) {
                throw new IllegalStateException("no signed receipt in the answer");
            }
            pushes.run(gateway, WARM_UP);
            pushes.run(bare, WARM_UP);
            new Turns(
                            "Push",
                            "HTTP push to signed receipt, 8 clients",
                            "a bare Spring MVC controller inserting the same bodies into the same PostgreSQL")
                    .measure(rounds, () -> pushes.run(gateway, ROUND), () -> pushes.run(bare, ROUND), out);
        }
    }

    private ServerProcess gateway(EmbeddedPostgres postgres, Path home, Path variable, Path log) throws Exception {
        var environment = Map.of(
                "JIANXI_JAVA_OPTIONS", "-Djianxi.home=" + home,
                "JIANXI_VAR", variable.toString(),
                "JIANXI_SFTP_PORT", "0",
                "JIANXI_DATABASE_URL", postgres.jdbcUrl(),
                "JIANXI_DATABASE_APPLICATION_USER", postgres.application().user(),
                "JIANXI_DATABASE_APPLICATION_PASSWORD", postgres.application().password(),
                "JIANXI_DATABASE_OWNER_USER", postgres.owner().user(),
                "JIANXI_DATABASE_OWNER_PASSWORD", postgres.owner().password());
        var command = List.of(project.launcher().toString(), "serve");
        return ServerProcess.start(command, environment, Project.freePort(), Project.freePort(), log);
    }

    private ServerProcess bare(EmbeddedPostgres postgres, Path log) throws Exception {
        var environment = Map.of(
                "SPRING_DATASOURCE_URL", postgres.jdbcUrl(),
                "SPRING_DATASOURCE_USERNAME", postgres.owner().user(),
                "SPRING_DATASOURCE_PASSWORD", postgres.owner().password(),
                "SPRING_THREADS_VIRTUAL_ENABLED", "true",
                "BENCH_INSERT", "true");
        return ServerProcess.start(project.bareApplication(), environment, Project.freePort(), Project.freePort(), log);
    }

    /** The project's routes and schemas, with one source that carries all senders and sends the canonical form. */
    private Path home(Path home) throws IOException {
        for (var folder : List.of("routes", "schemas")) {
            copy(project.folder().resolve(folder), home.resolve(folder));
        }
        copy(project.folder().resolve("mappings/provincial"), home.resolve("mappings/bench"));
        for (var name : List.of("source.yaml", "monthly-return.yaml")) {
            var file = home.resolve("mappings/bench").resolve(name);
            var text = Files.readString(file, StandardCharsets.UTF_8)
                    .replace("source: provincial", "source: bench")
                    .replaceFirst("senders: \\[.*]", "senders: [" + codes() + "]");
            Files.writeString(file, text, StandardCharsets.UTF_8);
        }
        return home;
    }

    private Map<Sender, String> keys(Path variable) {
        var writer = new AccessWriter(variable, new SecureRandom());
        var source = SourceId.parse("bench").orElseThrow();
        var keys = new LinkedHashMap<Sender, String>();
        for (var sender : senders()) {
            keys.put(
                    sender,
                    writer.issue("bench-" + sender.code(), source, List.of(sender))
                            .secret());
        }
        return keys;
    }

    private String codes() {
        return senders().stream().map(sender -> "'" + sender.code() + "'").collect(Collectors.joining(", "));
    }

    private List<Sender> senders() {
        return Divisions.reportingUnits(project.folder()).senders();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (var path : paths.toList()) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
