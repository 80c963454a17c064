package org.jianxi.gateway.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Starts or finds the server, migrates it as its owner, and hands out connections as the application's role. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    /** Longer than a commit ever takes, short enough to answer 503 while the caller still listens. */
    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(3);

    @Bean
    RunningDatabase runningDatabase(DatabaseSettings settings, Environment environment) {
        if (settings.url() != null) {
            return new RunningDatabase(
                    settings.url(), settings.ownerCredentials(), settings.applicationCredentials(), () -> {});
        }
        var home = environment.getProperty("jianxi.home", "");
        var folder = Path.of(
                environment.getProperty("jianxi.var", Path.of(home, "var").toString()), "postgres");
        var beside = settings.attach() ? RunningDatabase.beside(folder) : Optional.<RunningDatabase>empty();
        return beside.orElseGet(() -> RunningDatabase.of(EmbeddedPostgres.start(folder, settings.port())));
    }

    /** Being here, it keeps Boot from migrating with the application's role. */
    @Bean
    Flyway flyway(RunningDatabase database, DatabaseSettings settings) {
        var flyway = Migrations.of(database.url(), database.owner(), database.application());
        if (!settings.attach()) {
            flyway.migrate();
        }
        return flyway;
    }

    /** Comes after the migrations, so whoever has a connection sees the tables. */
    @Bean
    DataSource dataSource(RunningDatabase database, DatabaseSettings settings, Flyway migrated) throws SQLException {
        var pool = new HikariDataSource();
        pool.setPoolName("jianxi");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.application().user());
        pool.setPassword(database.application().password());
        pool.setMaximumPoolSize(settings.connections());
        pool.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        pool.addDataSourceProperty("ApplicationName", "jianxi-gateway");
        pool.addDataSourceProperty("connectTimeout", "3");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        try (var connection = pool.getConnection()) {
            DurabilityCheck.require(connection);
            return pool;
        } catch (SQLException | DatabaseUnavailable unusable) {
            pool.close();
            throw unusable;
        }
    }
}
