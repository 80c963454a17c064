package org.jianxi.gateway.transport.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.pulling.AllowedAddresses;
import org.jianxi.gateway.pulling.DriverSettings;
import org.jianxi.gateway.pulling.Drivers;
import org.jianxi.gateway.pulling.ViewReader;
import org.jianxi.gateway.transport.Pulling;
import org.jianxi.gateway.transport.QuickClock;
import org.jianxi.gateway.transport.RecordingReception;
import org.jianxi.gateway.transport.TestMariaDb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real databases of two makers are asked, and one driver that is not ours. */
class JdbcPollDoorTest {

    private static final Clock CLOCK = new QuickClock(Instant.parse("2023-07-03T01:00:00Z"));
    private static final String VIEW = """
            {view: V_JXYB, columns: [单位编码, NY, 人数, 金额], where: {period: NY, sender: 单位编码}}""";

    @TempDir
    Path home;

    private final TestDatabase ours = TestDatabase.fresh();
    private final RecordingReception reception = new RecordingReception();
    private Map<String, DriverSettings.Foreign> drivers = Map.of();

    @BeforeEach
    void aHome() throws IOException {
        Files.createDirectories(home.resolve("schemas"));
        Files.createDirectories(home.resolve("mappings/chuxiong"));
        Files.copy(Path.of("schemas/source.schema.json"), home.resolve("schemas/source.schema.json"));
    }

    @Test
    void aViewOfPostgresqlBecomesOneCsvForEachSender() throws Exception {
        var theirs = TestDatabase.fresh();
        try (var connection = theirs.ownerDataSource().getConnection()) {
            fill(connection, "\"");
        }

        assertThat(fetch(theirs, VIEW)).isEmpty();
        assertThat(fetch(theirs, VIEW)).isEmpty();

        assertThat(contents())
                .containsExactly("单位编码,NY,人数,金额\n532300,202306,812,1873.50\n", "单位编码,NY,人数,金额\n532600,202306,14,\n");
        var delivery = reception.deliveries.getFirst();
        assertThat(delivery.door()).isEqualTo(Door.JDBC_POLL);
        assertThat(delivery.mediaType()).isEqualTo(MediaType.CSV);
        assertThat(delivery.period()).contains(Period.of("2023-06"));
        assertThat(delivery.sender()).contains(new Sender("532300"));

        try (var connection = theirs.ownerDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update yb set n = 813 where n = 812");
        }
        assertThat(fetch(theirs, VIEW)).isEmpty();
        assertThat(contents()).hasSize(3).last().asString().contains("532300,202306,813,1873.50");
    }

    @Test
    void aViewOfMariadbBecomesTheSameCsv(@TempDir Path folder) throws Exception {
        try (var server = TestMariaDb.in(folder)) {
            fillMariaDb(server);

            assertThat(fetch("mariadb", server.port(), "theirs", "reader", "s3cret", VIEW))
                    .isEmpty();

            assertThat(contents())
                    .containsExactly(
                            "单位编码,NY,人数,金额\n532300,202306,812,1873.50\n", "单位编码,NY,人数,金额\n532600,202306,14,\n");
        }
    }

    @Test
    void aDriverOfAnotherMakerIsLoadedFromItsFolderAlone(@TempDir Path folder) throws Exception {
        var theirs = TestDatabase.fresh();
        try (var connection = theirs.ownerDataSource().getConnection()) {
            fill(connection, "\"");
        }
        var jar = Path.of(org.postgresql.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Files.copy(jar, folder.resolve("driver.jar"));
        drivers = Map.of(
                "kingbase",
                new DriverSettings.Foreign(
                        folder,
                        "org.postgresql.Driver",
                        "jdbc:postgresql://{host}:{port}/{database}?stringtype=unspecified"));

        assertThat(fetchAs("kingbase", theirs, VIEW)).isEmpty();
        assertThat(contents()).hasSize(2);

        drivers = Map.of("kingbase", new DriverSettings.Foreign(folder, "java.lang.Runtime", "jdbc:x"));
        assertThat(fetchAs("kingbase", theirs, VIEW)).contains("none of those that may be loaded");
        drivers = Map.of();
        assertThat(fetchAs("kingbase", theirs, VIEW)).contains("there is no driver kingbase");
    }

    @Test
    void theConnectionCannotWriteWhateverTheViewDoes() throws Exception {
        var theirs = TestDatabase.fresh();
        try (var connection = theirs.ownerDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table trap (n int)");
            statement.execute(
                    "create function spring() returns int language sql as 'insert into trap values (1) returning 1'");
            statement.execute("create view \"V_TRAP\" as select spring() as \"N\"");
        }

        assertThat(fetch(theirs, "{view: V_TRAP, columns: [N]}")).isEqualTo("its database answered SQLSTATE 25006");
        assertThat(reception.deliveries).isEmpty();
    }

    @Test
    void aViewThatTakesTooLongIsGivenUp() throws Exception {
        var theirs = TestDatabase.fresh();
        try (var connection = theirs.ownerDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create view \"V_SLOW\" as select pg_sleep(60)::text as \"N\"");
        }

        assertThat(fetch(theirs, "{view: V_SLOW, columns: [N]}\n  timeoutSeconds: 2"))
                .isEqualTo("its database answered SQLSTATE 57014");
    }

    @Test
    void moreRowsThanAgreedAreAFailureAndNotACut() throws Exception {
        var theirs = TestDatabase.fresh();
        try (var connection = theirs.ownerDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create view \"V_MANY\" as select n as \"N\" from generate_series(1, 11) n");
        }

        assertThat(fetch(theirs, "{view: V_MANY, columns: [N]}\n  mostRows: 10"))
                .isEqualTo("its view has more than 10 rows");
        assertThat(fetch(theirs, "{view: V_MANY, columns: [N]}\n  mostRows: 11"))
                .isEmpty();
        assertThat(reception.deliveries).hasSize(1);
    }

    @Test
    void aWrongPasswordIsToldWithoutThePassword() throws Exception {
        var theirs = TestDatabase.fresh();

        assertThat(fetch(
                        "postgresql", port(theirs), name(theirs), theirs.owner().user(), "wrong-s3cret", VIEW))
                .isEqualTo("its database answered SQLSTATE 28P01");
    }

    @Test
    void whatIsNoIdentifierIsRefusedByTheFile() throws Exception {
        Files.writeString(
                home.resolve("mappings/chuxiong/source.yaml"),
                text("postgresql", 5432, "d", "u", "{view: V, columns: ['a\" from x; drop table y; --']}"));

        assertThat(SourceRegister.open(home).problems()).hasSize(1);
    }

    private List<String> contents() {
        return reception.deliveries.stream()
                .map(delivery -> new String(delivery.content(), StandardCharsets.UTF_8))
                .toList();
    }

    private static void fill(Connection connection, String quote) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create table yb (c varchar(6), ny integer, n integer, je decimal(12, 2))");
            statement.execute("insert into yb values ('532600', 202306, 14, null), ('532300', 202306, 812, 1873.50),"
                    + " ('532300', 202305, 1, 1)");
            statement.execute("create view `V_JXYB` as select c as `单位编码`, ny as `NY`, n as `人数`, je as `金额` from yb"
                    .replace("`", quote));
        }
    }

    private static void fillMariaDb(TestMariaDb server) throws SQLException {
        try (var connection = server.asRoot();
                var statement = connection.createStatement()) {
            statement.execute("create database theirs character set utf8mb4");
            statement.execute("use theirs");
            fill(connection, "`");
            statement.execute("create user reader@'127.0.0.1' identified by 's3cret'");
            statement.execute("create user reader@localhost identified by 's3cret'");
            statement.execute("grant select on theirs.V_JXYB to reader@'127.0.0.1'");
            statement.execute("grant select on theirs.V_JXYB to reader@localhost");
        }
    }

    private String fetch(TestDatabase theirs, String view) throws IOException {
        return fetchAs("postgresql", theirs, view);
    }

    private String fetchAs(String driver, TestDatabase theirs, String view) throws IOException {
        return fetch(
                driver,
                port(theirs),
                name(theirs),
                theirs.owner().user(),
                theirs.owner().password(),
                view);
    }

    private static int port(TestDatabase theirs) {
        return URI.create(theirs.url().substring("jdbc:".length())).getPort();
    }

    private static String name(TestDatabase theirs) {
        return URI.create(theirs.url().substring("jdbc:".length())).getPath().substring(1);
    }

    /** Asks once; what the operator is told, empty when all went well. */
    private String fetch(String driver, int port, String database, String user, String password, String view)
            throws IOException {
        Files.writeString(home.resolve("password"), password + "\n");
        Files.writeString(home.resolve("mappings/chuxiong/source.yaml"), text(driver, port, database, user, view));
        var sources = SourceRegister.open(home);
        assertThat(sources.problems()).isEmpty();
        var addresses = new AllowedAddresses(List.of("127.0.0.1"), InetAddress::getAllByName);
        var reader =
                new ViewReader(new Drivers(new DriverSettings(drivers)), addresses, new Secrets(name -> null, home));
        try (var pulling = Pulling.with(ours, CLOCK)) {
            new JdbcPollDoor(sources, pulling.keeper(), pulling.desk(reception), reader).fetch("chuxiong");
            return pulling.failure("chuxiong");
        }
    }

    private static String text(String driver, int port, String database, String user, String view) {
        return """
                source: chuxiong
                title: {zh: 楚雄, en: Chuxiong}
                senders: [532300, 532600]
                door:
                  kind: jdbc-poll
                  driver: %s
                  host: 127.0.0.1
                  port: %d
                  database: %s
                  user: %s
                  password: file:password
                  views:
                    monthly-return: %s
                schedule: {everySeconds: 1}
                datasets: {monthly-return: {mapping: monthly-return.yaml}}
                contact: 信息中心
                """.formatted(driver, port, database, user, view);
    }
}
