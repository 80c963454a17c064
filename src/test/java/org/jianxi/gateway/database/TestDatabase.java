package org.jianxi.gateway.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A fresh, migrated database for one test class: {@code private static final TestDatabase DATABASE = TestDatabase.fresh();}
 *
 * <p>One server for each test JVM, kept under {@code target/test-postgres} and stopped when the JVM ends. Databases are copies
 * of one migrated template, so asking for one costs about a tenth of a second.
 */
public record TestDatabase(String url, Credentials owner, Credentials application) {

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COUNTER = new AtomicInteger();

    public static TestDatabase fresh() {
        return copyOf(TEMPLATE);
    }

    private static TestDatabase copyOf(String template) {
        var server = Server.RUNNING;
        TestPools.giveBack();
        var name = "test_" + COUNTER.incrementAndGet();
        try (var connection = server.asSuperuser(Cluster.SUPERUSER)) {
            server.roles().createDatabase(connection, name, template);
            return new TestDatabase(server.jdbcUrl(name), server.owner(), server.application());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** As the application sees it, pooled as the gateway's connections are. */
    public DataSource dataSource() {
        return TestPools.of(url, application);
    }

    /** As the migrations see it; a new connection at each call. */
    public DataSource ownerDataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(owner.user());
        source.setPassword(owner.password());
        return source;
    }

    /** As somebody who may do anything, and whom no trigger stops: {@code set session_replication_role = replica}. */
    public Connection asSuperuser() throws SQLException {
        var connection = Server.RUNNING.asSuperuser(name());
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
        }
        return connection;
    }

    /** The same rows in a database of their own, as a restored dump is. Nobody may be connected to this one meanwhile. */
    public TestDatabase copy() {
        return copyOf(name());
    }

    private String name() {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** Started at the first use and never before. */
    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            var folder = Path.of("target", "test-postgres");
            var server = EmbeddedPostgres.start(folder, folder, 0);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try (server) {
                    SuiteOutput.keepDatabases(server, "databases");
                }
            }));
            try (var connection = server.asSuperuser(Cluster.SUPERUSER)) {
                dropLeftOvers(connection);
                server.roles().createDatabase(connection, TEMPLATE, "template1");
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            Migrations.run(server.jdbcUrl(TEMPLATE), server.owner(), server.application());
            return server;
        }

        private static void dropLeftOvers(Connection connection) throws SQLException {
            try (var statement = connection.createStatement();
                    var drop = connection.createStatement()) {
                var rows = statement.executeQuery(
                        "SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%' OR datname = '" + TEMPLATE
                                + "'");
                while (rows.next()) {
                    drop.execute("DROP DATABASE " + rows.getString(1) + " WITH (FORCE)");
                }
            }
        }
    }
}
