package org.jianxi.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jianxi.gateway.database.EmbeddedPostgres;
import org.postgresql.PGConnection;

/**
 * The rows that the gateway kept of records, copied once more by PostgreSQL's own COPY into empty tables of the same columns, checks and
 * indexes, in one transaction for each dataset.
 *
 * @param folder for the rows on their way
 */
record CopiedRows(EmbeddedPostgres postgres, Path folder) {

    void print(Map<String, Double> ours, PrintStream out) throws Exception {
        Files.createDirectories(folder);
        var owner = postgres.owner();
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), owner.user(), owner.password())) {
            connection.setAutoCommit(false);
            out.println("| dataset | gateway, s | COPY, s | COPY's seconds to ours |");
            out.println("|---|---|---|---|");
            for (var one : ours.entrySet()) {
                var copied = seconds(connection, one.getKey());
                out.printf(
                        Locale.ROOT,
                        "| %s | %.1f | %.1f | **%.2f** |%n",
                        one.getKey(),
                        one.getValue(),
                        copied,
                        copied / one.getValue());
            }
        }
    }

    private double seconds(Connection connection, String dataset) throws Exception {
        var facts = dataset.replace('-', '_') + "_fact";
        var tables = dataset.equals("placements")
                ? List.of("person_record", facts, "placement_span")
                : List.of("person_record", facts);
        for (var table : tables) {
            write(connection, table, dataset);
            execute(connection, "create table if not exists copied_" + table + " (like " + table + " including all)");
            connection.commit();
        }
        var started = System.nanoTime();
        for (var table : tables) {
            try (var rows = Files.newInputStream(folder.resolve(table))) {
                copies(connection).copyIn("copy copied_" + table + " from stdin", rows);
            }
        }
        connection.commit();
        return (System.nanoTime() - started) / 1e9;
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
