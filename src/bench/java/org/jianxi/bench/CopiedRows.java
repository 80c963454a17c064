package org.jianxi.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.database.EmbeddedPostgres;
import org.postgresql.PGConnection;

/**
 * The rows that the gateway kept of records, copied once more by PostgreSQL's own COPY into empty tables of the same columns, checks and
 * indexes, in one transaction for each dataset.
 *
 * @param folder for the rows on their way
 */
record CopiedRows(EmbeddedPostgres postgres, Path folder) {

    /** What each door took, in records and seconds. */
    static final class Taken {

        private final Map<String, Map<String, double[]>> byDataset = new LinkedHashMap<>();

        void add(String door, String dataset, double seconds, int records) {
            byDataset.computeIfAbsent(dataset, one -> new LinkedHashMap<>()).put(door, new double[] {records, seconds});
        }
    }

    void print(Taken taken, PrintStream out) throws Exception {
        Files.createDirectories(folder);
        var owner = postgres.owner();
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), owner.user(), owner.password())) {
            connection.setAutoCommit(false);
            out.printf(
                    "%n| door | dataset | ours, records a second | COPY, records a second | ratio |%n|---|---|---|---|---|%n");
            var ours = new TreeMap<String, double[]>();
            var copies = new TreeMap<String, double[]>();
            for (var dataset : taken.byDataset.entrySet()) {
                var copied = copied(connection, dataset.getKey());
                dataset.getValue().forEach((door, one) -> {
                    line(out, door, dataset.getKey(), one, copied);
                    ours.merge(door, one, CopiedRows::sum);
                    copies.merge(door, new double[] {one[0], copied[1] * one[0] / copied[0]}, CopiedRows::sum);
                });
            }
            ours.forEach((door, one) -> line(out, door, "all of them", one, copies.get(door)));
        }
    }

    private static double[] sum(double[] one, double[] other) {
        return new double[] {one[0] + other[0], one[1] + other[1]};
    }

    private static void line(PrintStream out, String door, String what, double[] ours, double[] copy) {
        out.printf(
                Locale.ROOT,
                "| %s | %s | %,.0f | %,.0f | **%.2f** |%n",
                door,
                what,
                ours[0] / ours[1],
                copy[0] / copy[1],
                ours[0] / ours[1] / (copy[0] / copy[1]));
    }

    /** How many records, and in how many seconds. */
    private double[] copied(Connection connection, String dataset) throws Exception {
        var facts = dataset.replace('-', '_') + "_fact";
        var tables = dataset.equals("placements")
                ? List.of("person_record", facts, "placement_span")
                : List.of("person_record", facts);
        for (var table : tables) {
            write(connection, table, dataset);
            execute(connection, "create table if not exists copied_" + table + " (like " + table + " including all)");
            connection.commit();
        }
        var records = 0L;
        var started = System.nanoTime();
        for (var table : tables) {
            try (var rows = Files.newInputStream(folder.resolve(table))) {
                var count = copies(connection).copyIn("copy copied_" + table + " from stdin", rows);
                records = Math.max(records, count);
            }
        }
        connection.commit();
        return new double[] {records, (System.nanoTime() - started) / 1e9};
    }

    private void write(Connection connection, String table, String dataset) throws Exception {
        var of = table.equals("person_record") ? " where dataset = '" + dataset + "'" : "";
        try (var rows = Files.newOutputStream(folder.resolve(table))) {
            copies(connection).copyOut("copy (select * from " + table + of + ") to stdout", rows);
        }
    }

    private static org.postgresql.copy.CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
