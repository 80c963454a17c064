package org.jianxi.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jianxi.gateway.database.EmbeddedPostgres;
import org.postgresql.PGConnection;

/** PostgreSQL's hash join of the same people and registry, the number as one bigint, with two workers where it wants them. */
final class PostgresJoin implements AutoCloseable {

    private final MatchData data;
    private final EmbeddedPostgres postgres;
    private final Connection connection;

    PostgresJoin(Project project, MatchData data) throws Exception {
        this.data = data;
        postgres = EmbeddedPostgres.start(
                project.emptied("match-postgres").resolve("postgres"),
                project.work().resolve("postgres-binaries"),
                0);
        var owner = postgres.owner();
        connection = DriverManager.getConnection(postgres.jdbcUrl(), owner.user(), owner.password());
        load("people", data.peopleTabs());
        load("registry", data.registryTabs());
        execute("set work_mem = '256MB'");
        execute("set enable_mergejoin = off");
        execute("set enable_nestloop = off");
    }

    private void load(String table, Path tabs) throws Exception {
        execute("create unlogged table " + table + " (id bigint, name text)");
        try (var stream = Files.newInputStream(tabs)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", stream);
        }
        Files.delete(tabs);
        execute("analyze " + table);
    }

    double seconds() throws SQLException {
        return CountedJoin.seconds(
                connection,
                "select count(*) from people p join registry r using (id) where p.name = r.name",
                data.population().hits());
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (postgres) {
            connection.close();
        }
    }
}
