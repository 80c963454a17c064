package org.jianxi.bench;

import java.io.PrintStream;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jianxi.gateway.database.EmbeddedPostgres;

/**
 * The page of a month, of twelve months in turn with seventeen returns in each, while fifty returns a second arrive; against the same page
 * of the same gateway while nothing arrives. Both at a given pace, and an answer's time counts from when it was due to be asked for.
 */
record WindowBenchmark(Project project) {

    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warmup", 20));
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 20));
    private static final int PUSHES_A_SECOND = 50;

    /** As many as three hundred open pages ask for that each look again every half minute. */
    private static final int PAGES_A_SECOND = 10;

    private static final List<YearMonth> MONTHS = Stream.iterate(YearMonth.of(2023, 1), month -> month.plusMonths(1))
            .limit(12)
            .toList();

    void run(int rounds, PrintStream out) throws Exception {
        var work = project.emptied("window");
        var house = BenchHouse.in(project, work);
        try (var postgres = EmbeddedPostgres.start(
                        work.resolve("postgres"), project.work().resolve("postgres-binaries"), 0);
                var gateway = house.gateway(postgres, work.resolve("gateway.log"));
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var reader = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .cookieHandler(new CookieManager())
                        .build()) {
            var pushes = new Pushes(client, house.keys(), new AtomicLong());
            for (var one = 0; one < MONTHS.size() * house.keys().size(); one++) {
                pushes.push(gateway.address());
            }
            var page = new OfficePage(reader, gateway.address());
            page.signIn(house.officer());
            busy(pushes, page, gateway, WARM_UP);
            new Turns(
                            "Window",
                            "/console/window at 10 pages a second while 50 returns a second arrive",
                            "the same page at the same pace while nothing arrives")
                    .measure(rounds, () -> busy(pushes, page, gateway, ROUND), () -> read(page, ROUND), out);
        }
    }

    private static Map<String, Double> busy(Pushes pushes, OfficePage page, ServerProcess gateway, Duration length)
            throws Exception {
        try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            var pushing =
                    beside.submit(() -> Paced.run(PUSHES_A_SECOND, length, number -> pushes.push(gateway.address())));
            var figures = read(page, length);
            pushing.get();
            return figures;
        }
    }

    private static Map<String, Double> read(OfficePage page, Duration length) throws Exception {
        return Paced.run(PAGES_A_SECOND, length, number -> page.read(MONTHS.get((int) (number % MONTHS.size()))))
                .figures();
    }
}
