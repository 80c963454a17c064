package org.jianxi.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.util.Locale;
import java.util.Map;
import org.jianxi.gateway.database.EmbeddedPostgres;

/** All senders' figures of a month from their records, by the definitions, against one hand-written pass over the placements alone. */
record DerivedPace(HttpClient client, URI gateway, String officer, EmbeddedPostgres postgres) {

    private static final int OK = 200;
    private static final String WALL = "wall, ms";

    /** Nobody counts it ahead. */
    private static final String UNCOUNTED = "2023-05";

    /** Six of the fourteen figures, and none that needs a unit, a post, a trainee or a payment. */
    private static final String BY_HAND = """
            select sender,
                count(*) filter (where start_on between '2023-06-01' and '2023-06-30'),
                count(*) filter (where actual_end_on between '2023-06-01' and '2023-06-30' and end_kind <> 'ABNORMAL'),
                count(*) filter (where actual_end_on between '2023-06-01' and '2023-06-30' and outcome = 'RETAINED'),
                count(*) filter (where actual_end_on between '2023-06-01' and '2023-06-30' and outcome = 'OTHER_EMPLOYED'),
                count(*) filter (where actual_end_on between '2023-06-01' and '2023-06-30' and end_kind = 'ABNORMAL'),
                count(*) filter (where start_on <= '2023-06-30' and (actual_end_on is null or actual_end_on > '2023-06-30'))
            from placements_fact where stands_from is not null and stands_until is null and status <> 'CANCELLED' group by sender""";

    /** Something of one sender that counts anew. */
    interface Delivery {
        void make() throws Exception;
    }

    void print(int rounds, Delivery one, PrintStream out) throws Exception {
        var owner = postgres.owner();
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            statement.execute("analyze");
            var first = derived(MadeRecords.PERIOD);
            var uncounted = derived(UNCOUNTED);
            one.make();
            var second = derived(MadeRecords.PERIOD);
            out.printf(
                    Locale.ROOT,
                    "%nAll figures of the month: %.0f ms at the first look, %.0f ms right after a delivery of one sender,"
                            + " %.0f ms those of a month of which nothing was delivered%n",
                    first.get(WALL),
                    second.get(WALL),
                    uncounted.get(WALL));
            new Turns(
                            "Derive",
                            "GET /api/v1/derived/%s, 17 senders, 14 figures, counted before"
                                    .formatted(MadeRecords.PERIOD),
                            "one hand-written statement that counts six of the figures in one pass over the placements")
                    .measure(
                            rounds,
                            () -> derived(MadeRecords.PERIOD),
                            () -> {
                                var started = System.nanoTime();
                                statement.executeQuery(BY_HAND).close();
                                return Turns.figures(WALL, (System.nanoTime() - started) / 1e6);
                            },
                            out);
        }
    }

    private Map<String, Double> derived(String month) throws IOException, InterruptedException {
        var started = System.nanoTime();
        var answer = client.send(
                HttpRequest.newBuilder(gateway.resolve("/api/v1/derived/" + month))
                        .header("Authorization", "Bearer " + officer)
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return Turns.figures(WALL, (System.nanoTime() - started) / 1e6);
    }
}
