package org.jianxi.gateway.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The two roles of the embedded server: the owner, who migrates, and the application, who may do only what the
 * migrations grant it.
 */
record Roles(Credentials owner, Credentials application) {

    static final String OWNER = "jianxi_owner";
    static final String APPLICATION = "jianxi_app";

    /** Makes both roles, or gives them the passwords on file again. */
    void ensure(Connection superuser) throws SQLException {
        ensure(superuser, owner);
        ensure(superuser, application);
    }

    /** Makes the database if it is not there: the owner's, and open to nobody but the two. */
    void ensureDatabase(Connection superuser, String name) throws SQLException {
        try (var query = superuser.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            if (query.executeQuery().next()) {
                return;
            }
        }
        createDatabase(superuser, name, "template1");
    }

    void createDatabase(Connection superuser, String name, String template) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true) + " OWNER " + OWNER
                    + " TEMPLATE " + statement.enquoteIdentifier(template, true));
            var database = statement.enquoteIdentifier(name, true);
            statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
            statement.execute("GRANT CONNECT ON DATABASE " + database + " TO " + APPLICATION);
        }
    }

    private static void ensure(Connection superuser, Credentials role) throws SQLException {
        try (var query = superuser.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?");
                var statement = superuser.createStatement()) {
            query.setString(1, role.user());
            var verb = query.executeQuery().next() ? "ALTER" : "CREATE";
            statement.execute(verb + " ROLE " + statement.enquoteIdentifier(role.user(), true)
                    + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD "
                    + statement.enquoteLiteral(role.password()));
        }
    }
}
