package org.jianxi.bench;

import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jianxi.gateway.database.EmbeddedPostgres;

/** From a push over HTTP to the signed receipt, against a controller that inserts the same body into the same PostgreSQL. */
record PushBenchmark(Project project) {

    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warmup", 10));
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 5));

    void run(int rounds, PrintStream out) throws Exception {
        var work = project.emptied("push");
        var house = BenchHouse.in(project, work);
        try (var postgres = EmbeddedPostgres.start(
                        work.resolve("postgres"), project.work().resolve("postgres-binaries"), 0);
                var gateway = house.gateway(postgres, work.resolve("gateway.log"));
                var bare = bare(postgres, work.resolve("bare.log"));
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            var pushes = new Pushes(client, house.keys(), new AtomicLong());
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

    private ServerProcess bare(EmbeddedPostgres postgres, Path log) throws Exception {
        var environment = Map.of(
                "SPRING_DATASOURCE_URL", postgres.jdbcUrl(),
                "SPRING_DATASOURCE_USERNAME", postgres.owner().user(),
                "SPRING_DATASOURCE_PASSWORD", postgres.owner().password(),
                "SPRING_THREADS_VIRTUAL_ENABLED", "true",
                "BENCH_INSERT", "true");
        return ServerProcess.start(project.bareApplication(), environment, Project.freePort(), Project.freePort(), log);
    }
}
