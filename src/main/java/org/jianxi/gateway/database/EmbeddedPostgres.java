package org.jianxi.gateway.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own: durable, on loopback, password-protected, its files under one folder.
 *
 * <p>A gateway that was killed leaves its server running. The next start on the folder adopts that server when it answers
 * to our password, and stops it otherwise; either takes seconds. One gateway at a time holds the folder.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    public static final String DATABASE = "jianxi";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String WRONG_PASSWORD = "28P01";
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration SETTLING = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Cluster cluster;
    private final ServerTools tools;
    private final FolderLock lock;
    private final Credentials superuser;
    private final Roles roles;
    private int port;
    private boolean closed;

    private EmbeddedPostgres(Cluster cluster, ServerTools tools, FolderLock lock, PasswordFiles passwords)
            throws IOException {
        this.cluster = cluster;
        this.tools = tools;
        this.lock = lock;
        this.superuser = passwords.of(Cluster.SUPERUSER);
        this.roles = new Roles(passwords.of(Roles.OWNER), passwords.of(Roles.APPLICATION));
    }

    /**
     * Starts or adopts the server of this folder; the first start ever takes a few seconds longer.
     *
     * @param port 0 for any free one; an adopted server keeps the one it has
     * @throws DatabaseUnavailable with the server's own last words when it does not answer within 2 min: recovery after a kill on a slow disk takes its time
     */
    public static EmbeddedPostgres start(Path folder, int port) {
        return start(folder, folder, port);
    }

    /** The same with the unpacked programs kept elsewhere, so that several servers share them. */
    public static EmbeddedPostgres start(Path folder, Path binariesCache, int port) {
        try {
            var cluster = Cluster.under(folder);
            var lock = FolderLock.on(cluster.folder());
            try {
                var tools =
                        ServerTools.of(PostgresBinaries.unpackedIn(binariesCache.toAbsolutePath()), cluster.folder());
                var passwords = new PasswordFiles(cluster.folder().resolve("passwords"), new SecureRandom());
                var server = new EmbeddedPostgres(cluster, tools, lock, passwords);
                server.startOrStop(passwords, port);
                return server;
            } catch (IOException | SQLException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException | SQLException failed) {
            throw new DatabaseUnavailable("Cannot start PostgreSQL in " + folder + ": " + failed.getMessage(), failed);
        }
    }

    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Owns the tables and migrates them. */
    public Credentials owner() {
        return roles.owner();
    }

    /** May do what the migrations grant it, and nothing else. */
    public Credentials application() {
        return roles.application();
    }

    /** Stops the server, letting it write everything down first, and gives the folder free. */
    @Override
    public synchronized void close() {
        closed = true;
        try (lock) {
            Postmaster.on(cluster.data()).ifPresent(server -> server.stop(tools, cluster.data()));
        } catch (IOException failed) {
            throw new DatabaseUnavailable("Cannot stop PostgreSQL in " + cluster.folder(), failed);
        }
    }

    /** For tests and maintenance inside this package. */
    Connection asSuperuser(String database) throws SQLException {
        return superuser.connect(port, database);
    }

    Roles roles() {
        return roles;
    }

    private void startOrStop(PasswordFiles passwords, int wantedPort) throws IOException, SQLException {
        try {
            run(passwords, wantedPort);
        } catch (IOException | SQLException | RuntimeException failed) {
            Postmaster.on(cluster.data()).ifPresent(server -> server.stop(tools, cluster.data()));
            throw failed;
        }
    }

    private void run(PasswordFiles passwords, int wantedPort) throws IOException, SQLException {
        if (!cluster.exists()) {
            cluster.initialise(tools, passwords.fileOf(Cluster.SUPERUSER));
        }
        if (!adopted()) {
            launch(wantedPort);
        }
        try (var connection = asSuperuser(Cluster.SUPERUSER)) {
            roles.ensure(connection);
            roles.ensureDatabase(connection, DATABASE);
        }
        watch();
    }

    /** A server that ends without being asked (promise R8) is started again on its port; the pool finds it there. */
    private void watch() throws IOException {
        Postmaster.on(cluster.data())
                .ifPresent(server -> server.process().onExit().thenRunAsync(this::revive));
    }

    private synchronized void revive() {
        while (!closed) {
            try {
                LOG.warn("PostgreSQL in {} ended by itself, starting it again", cluster.folder());
                launch(port);
                watch();
                return;
            } catch (IOException | DatabaseUnavailable failed) {
                LOG.error("PostgreSQL does not start again: {}", failed.getMessage());
                pause();
            }
        }
    }

    private boolean adopted() throws IOException {
        var orphan = Postmaster.on(cluster.data());
        if (orphan.isEmpty()) {
            return false;
        }
        try (var connection = superuser.connect(orphan.get().port(), Cluster.SUPERUSER)) {
            DurabilityCheck.require(connection);
            port = orphan.get().port();
            LOG.info(
                    "PostgreSQL process {} adopted on port {}",
                    orphan.get().process().pid(),
                    port);
            return true;
        } catch (SQLException | DatabaseUnavailable unusable) {
            LOG.info(
                    "PostgreSQL process {} left over, stopping it",
                    orphan.get().process().pid());
            orphan.get().stop(tools, cluster.data());
            return false;
        }
    }

    /**
     * A server killed a moment ago may still hold its shared memory, and another program may have taken the free port:
     * then the new server gives up at once and is asked again.
     */
    private void launch(int wantedPort) throws IOException {
        var until = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            port = wantedPort == 0 ? freePort() : wantedPort;
            cluster.launch(tools, port);
            var failure = awaitAnswer(until);
            if (failure.isEmpty()) {
                LOG.info("PostgreSQL started on port {} in {}", port, cluster.folder());
                return;
            }
            if (System.nanoTime() > until) {
                throw new DatabaseUnavailable(
                        "PostgreSQL did not answer within " + START_LIMIT + ":\n" + cluster.logTail(), failure.get());
            }
        }
    }

    /** Empty once it answers; otherwise why not, as soon as the process is gone or the time is up. */
    private Optional<SQLException> awaitAnswer(long until) throws IOException {
        var settled = System.nanoTime() + SETTLING.toNanos();
        while (true) {
            try (var connection = superuser.connect(port, Cluster.SUPERUSER)) {
                LOG.debug("Answered as {}", connection.getCatalog());
                return Optional.empty();
            } catch (SQLException notYet) {
                if (WRONG_PASSWORD.equals(notYet.getSQLState())) {
                    throw new DatabaseUnavailable(
                            "The password in " + cluster.folder() + " is not the server's", notYet);
                }
                var now = System.nanoTime();
                var gone = now > settled && Postmaster.on(cluster.data()).isEmpty();
                if (gone || now > until) {
                    return Optional.of(notYet);
                }
                pause();
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while PostgreSQL started", interrupted);
        }
    }
}
