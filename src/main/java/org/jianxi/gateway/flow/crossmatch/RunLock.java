package org.jianxi.gateway.flow.crossmatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jianxi.gateway.registries.run.RegistryName;
import org.springframework.dao.DataAccessResourceFailureException;

/** One run at a time for each registry, whatever process it is in: a lock of the database's, which goes with whoever holds it. */
public record RunLock(DataSource database) {

    private static final String LOCK = "select pg_try_advisory_lock(hashtextextended('match_run ' || ?, 0))";
    private static final String UNLOCK = "select pg_advisory_unlock(hashtextextended('match_run ' || ?, 0))";

    /** Held until it is closed. */
    public record Held(Connection connection, RegistryName registry) implements AutoCloseable {

        @Override
        public void close() {
            try (connection) {
                ask(connection, UNLOCK, registry);
            } catch (SQLException gone) {
                throw new DataAccessResourceFailureException("The lock of a run went with its connection", gone);
            }
        }
    }

    /** Empty while another run of this registry goes on. */
    public Optional<Held> take(RegistryName registry) {
        try {
            var connection = database.getConnection();
            if (ask(connection, LOCK, registry)) {
                return Optional.of(new Held(connection, registry));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException away) {
            throw new DataAccessResourceFailureException("The database cannot be asked for the lock of a run", away);
        }
    }

    private static boolean ask(Connection connection, String question, RegistryName registry) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setString(1, registry.value());
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
