package org.jianxi.gateway.transport;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A MariaDB server of its own in a folder, from the machine's own package; a test without it is skipped and says so. */
public final class TestMariaDb implements AutoCloseable {

    private static final Path SERVER = Path.of("/usr/sbin/mariadbd");
    private static final Path SCRIPTS = Path.of("/usr/share/mysql");

    private final Process process;
    private final int port;

    private TestMariaDb(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static TestMariaDb in(Path folder) throws IOException, InterruptedException, SQLException {
        Assumptions.assumeTrue(
                Files.isExecutable(SERVER) && Files.isDirectory(SCRIPTS),
                "mariadbd is not installed here (Debian: mariadb-server-core)");
        var data = Files.createDirectories(folder.resolve("data"));
        bootstrap(folder, data);
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var process = new ProcessBuilder(
                        SERVER.toString(),
                        "--no-defaults",
                        "--datadir=" + data,
                        "--socket=" + folder.resolve("s"),
                        "--pid-file=" + folder.resolve("pid"),
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--character-set-server=utf8mb4",
                        "--innodb-buffer-pool-size=16M",
                        "--user=" + System.getProperty("user.name"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        var server = new TestMariaDb(process, port);
        server.await();
        return server;
    }

    public int port() {
        return port;
    }

    public Connection asRoot() throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/mysql?user=root");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void await() throws InterruptedException, SQLException {
        for (var tries = 0; ; tries++) {
            try (var connection = asRoot()) {
                return;
            } catch (SQLException notYet) {
                if (tries > 300 || !process.isAlive()) {
                    close();
                    throw notYet;
                }
                Thread.sleep(200);
            }
        }
    }

    /** The system's tables, as mariadb-install-db makes them, with a root that has no password. */
    private static void bootstrap(Path folder, Path data) throws IOException, InterruptedException {
        var script = new StringBuilder("create database mysql;\nuse mysql;\nset @current_hostname='localhost';\n")
                .append("set @auth_root_socket=NULL;\nset @skip_auth_anonymous=1;\n");
        for (var part :
                List.of("mysql_system_tables.sql", "mysql_performance_tables.sql", "mysql_system_tables_data.sql")) {
            script.append(Files.readString(SCRIPTS.resolve(part)));
        }
        var file = Files.writeString(folder.resolve("bootstrap.sql"), script);
        var process = new ProcessBuilder(
                        SERVER.toString(),
                        "--no-defaults",
                        "--bootstrap",
                        "--datadir=" + data,
                        "--innodb-buffer-pool-size=16M",
                        "--user=" + System.getProperty("user.name"))
                .redirectInput(file.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("bootstrap.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(Files.readString(folder.resolve("bootstrap.log")));
        }
    }
}
