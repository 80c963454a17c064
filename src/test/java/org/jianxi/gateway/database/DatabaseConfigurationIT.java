package org.jianxi.gateway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans as the gateway gets them, Boot's own beside them. */
class DatabaseConfigurationIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(DatabaseConfiguration.class)
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    FlywayAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class))
            .withPropertyValues(
                    "jianxi.database.url=" + DATABASE.url(),
                    "jianxi.database.owner.user=" + DATABASE.owner().user(),
                    "jianxi.database.owner.password=" + DATABASE.owner().password(),
                    "jianxi.database.application.user=" + DATABASE.application().user(),
                    "jianxi.database.application.password="
                            + DATABASE.application().password());

    @Test
    void theGatewayWorksAsTheApplicationRoleOnMigratedTables() {
        context.run(started -> {
            assertThat(started).hasSingleBean(DataSource.class);
            assertThat(started.getBean(JdbcClient.class)
                            .sql("SELECT current_user")
                            .query(String.class)
                            .single())
                    .isEqualTo("jianxi_app");
        });
    }

    @Test
    void theApplicationRoleMayNotMakeTables() throws SQLException {
        try (var connection = DATABASE.dataSource().getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("CREATE TABLE mine (number int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aRoleWhoseCommitsMayBeLostKeepsTheGatewayFromStarting() throws SQLException {
        var owner = DATABASE.owner();
        try (var connection = DriverManager.getConnection(DATABASE.url(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            var database = connection.getCatalog();
            statement.execute("ALTER DATABASE " + database + " SET synchronous_commit = off");
            context.run(started -> assertThat(started)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("synchronous_commit=off"));
            statement.execute("ALTER DATABASE " + database + " RESET synchronous_commit");
        }
    }
}
