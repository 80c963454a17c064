package org.jianxi.gateway.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Refuses a server that may forget what it has acknowledged (promise R1), whoever configured it. */
final class DurabilityCheck {

    private static final List<String> MUST_BE_ON = List.of("fsync", "full_page_writes", "synchronous_commit");

    private DurabilityCheck() {}

    /** Throws {@link DatabaseUnavailable} naming the setting. {@code synchronous_commit} may also be stricter than on. */
    static void require(Connection connection) throws SQLException {
        for (var setting : MUST_BE_ON) {
            try (var query = connection.prepareStatement("SELECT current_setting(?)")) {
                query.setString(1, setting);
                var row = query.executeQuery();
                row.next();
                var value = row.getString(1);
                if (!value.equals("on") && !value.equals("remote_apply")) {
                    throw new DatabaseUnavailable("PostgreSQL has " + setting + "=" + value
                            + "; acknowledged returns could be lost, so the gateway does not start");
                }
            }
        }
    }
}
