package org.jianxi.gateway.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The files of the embedded server under one folder: {@code data-18}, {@code socket}, {@code passwords}, {@code server.log}.
 *
 * <p>The folder is made beside its final place and renamed, so an interrupted first start is simply begun again.
 */
record Cluster(Path folder, Path data) {

    static final String SUPERUSER = "postgres";

    /** Longer paths do not fit a Unix socket address of 107 bytes with {@code /.s.PGSQL.65535.lock} behind them. */
    private static final int LONGEST_SOCKET_FOLDER = 85;

    private static final int LOG_TAIL = 4000;

    static Cluster under(Path folder) throws IOException {
        var real = Folders.createPrivate(folder.toAbsolutePath()).toRealPath();
        return new Cluster(real, real.resolve("data-18"));
    }

    boolean exists() {
        return Files.isDirectory(data);
    }

    Path log() {
        return folder.resolve("server.log");
    }

    void initialise(ServerTools tools, Path passwordFile) throws IOException {
        var partial = data.resolveSibling(data.getFileName() + ".partial");
        Folders.delete(partial);
        tools.run(
                "initdb",
                "-D",
                partial.toString(),
                "-U",
                SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--data-checksums",
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Asks the server to start and returns at once; what it says goes to {@link #log()}. */
    void launch(ServerTools tools, int port) throws IOException {
        Files.writeString(data.resolve("postgresql.conf"), configuration(port), StandardCharsets.UTF_8);
        if (Files.exists(log())) {
            Files.move(log(), folder.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        tools.run("pg_ctl", "start", "-D", data.toString(), "-l", log().toString(), "-W");
    }

    /** The last thing the server said, for a message about its not starting. */
    String logTail() {
        try {
            var text = Files.readString(log(), StandardCharsets.UTF_8);
            return text.substring(Math.max(0, text.length() - LOG_TAIL));
        } catch (IOException none) {
            return "(no " + log() + ")";
        }
    }

    private String configuration(int port) throws IOException {
        var socket = Folders.createPrivate(folder.resolve("socket")).toString();
        return String.join(
                "\n",
                List.of(
                        "# Written anew by the gateway at every start.",
                        "listen_addresses = '127.0.0.1'",
                        "port = " + port,
                        "unix_socket_directories = "
                                + (socket.length() > LONGEST_SOCKET_FOLDER
                                        ? "''"
                                        : "'" + socket.replace("'", "''") + "'"),
                        "unix_socket_permissions = 0700",
                        "password_encryption = scram-sha-256",
                        "max_connections = 40",
                        "shared_buffers = 512MB",
                        "max_wal_size = 4GB",
                        "fsync = on",
                        "synchronous_commit = on",
                        "full_page_writes = on",
                        "timezone = 'UTC'",
                        "log_timezone = 'UTC'",
                        "lc_messages = 'C'",
                        ""));
    }
}
