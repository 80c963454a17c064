package org.jianxi.gateway.database;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * A server that answers, with the two roles we use on it.
 *
 * @param stop what ends it when the gateway ends; nothing for a server of somebody else
 */
record RunningDatabase(String url, Credentials owner, Credentials application, Runnable stop) implements AutoCloseable {

    static RunningDatabase of(EmbeddedPostgres server) {
        return new RunningDatabase(server.jdbcUrl(), server.owner(), server.application(), server::close);
    }

    /** The server that a gateway runs on this folder just now, to be used beside it and left alone; empty when there is none. */
    static Optional<RunningDatabase> beside(Path folder) {
        try {
            var cluster = Cluster.under(folder);
            var server = Postmaster.on(cluster.data());
            if (server.isEmpty()) {
                return Optional.empty();
            }
            var passwords = new PasswordFiles(cluster.folder().resolve("passwords"), new SecureRandom());
            return Optional.of(new RunningDatabase(
                    "jdbc:postgresql://127.0.0.1:" + server.get().port() + "/" + EmbeddedPostgres.DATABASE,
                    passwords.of(Roles.OWNER),
                    passwords.of(Roles.APPLICATION),
                    () -> {}));
        } catch (IOException unreadable) {
            throw new DatabaseUnavailable("Cannot look for PostgreSQL in " + folder, unreadable);
        }
    }

    @Override
    public void close() {
        stop.run();
    }
}
