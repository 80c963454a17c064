package org.jianxi.gateway.database;

import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * Brings the tables to the version this build knows. Migrations name the application's role as {@code ${app_role}}.
 *
 * <p>A schema newer than the build is refused: an old program must not write into new tables.
 */
final class Migrations {

    private Migrations() {}

    static Flyway of(String url, Credentials owner, Credentials application) {
        return Flyway.configure()
                .dataSource(url, owner.user(), owner.password())
                .locations("classpath:db/migration")
                .placeholders(Map.of("app_role", application.user()))
                .ignoreMigrationPatterns(new String[0])
                .connectRetries(10)
                .load();
    }

    static void run(String url, Credentials owner, Credentials application) {
        of(url, owner, application).migrate();
    }
}
