package org.jianxi.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** A join in a database, timed and held to the hits there must be. */
final class CountedJoin {

    private CountedJoin() {}

    /** How long the query took, in seconds; it gives one number, which must be that of the hits. */
    static double seconds(Connection connection, String query, long hits) throws SQLException {
        var started = System.nanoTime();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            if (rows.getLong(1) != hits) {
                throw new IllegalStateException(rows.getLong(1) + " hits");
            }
        }
        return (System.nanoTime() - started) / 1e9;
    }
}
