package org.jianxi.gateway.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * What the tests leave in databases and logs, kept under {@code target/suite-output} until the build's last look at it
 * ({@code SuiteOutputHoldsNobody}). Kept only where the build says which suite runs.
 */
public final class SuiteOutput {

    private static final Path FOLDER = Path.of("target", "suite-output");

    private SuiteOutput() {}

    public static Path folder() {
        return FOLDER;
    }

    /** Every row of every table, a file for each table that ever had one, as COPY writes them. */
    static void keepDatabases(EmbeddedPostgres server, String name) {
        suite().ifPresent(suite -> {
            try {
                for (var database : names(server)) {
                    try (var connection = server.asSuperuser(database)) {
                        dump(
                                connection,
                                Files.createDirectories(suite.resolve(name).resolve(database)));
                    }
                }
            } catch (IOException | SQLException failed) {
                throw new IllegalStateException("The databases could not be kept for the last look", failed);
            }
        });
    }

    /** The databases of a server that stands still in this folder; it is started for that. */
    public static void keepDatabases(Path stopped, String name) {
        try (var server = EmbeddedPostgres.start(stopped, 0)) {
            keepDatabases(server, name);
        }
    }

    public static void keepFile(Path file, String name) {
        suite().ifPresent(suite -> {
            try {
                Files.copy(
                        file,
                        Files.createDirectories(suite.resolve(name)).resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private static Optional<Path> suite() {
        return Optional.ofNullable(System.getProperty("jianxi.suite")).map(FOLDER::resolve);
    }

    private static List<String> names(EmbeddedPostgres server) throws SQLException {
        try (var connection = server.asSuperuser(Cluster.SUPERUSER)) {
            return strings(connection, "select datname from pg_database where not datistemplate");
        }
    }

    private static void dump(Connection connection, Path folder) throws SQLException, IOException {
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var table : strings(
                connection,
                "select format('%I.%I', schemaname, tablename) from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema')"
                        + " and pg_relation_size(format('%I.%I', schemaname, tablename)::regclass) > 0")) {
            try (var file = Files.newOutputStream(folder.resolve(table + ".copy"))) {
                copies.copyOut("copy " + table + " to stdout", file);
            }
        }
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
