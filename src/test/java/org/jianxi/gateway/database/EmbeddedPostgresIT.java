package org.jianxi.gateway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's whole life, its gateway's sudden death included. */
class EmbeddedPostgresIT {

    private static final Path BINARIES = Path.of("target", "test-postgres");

    @TempDir
    Path folder;

    @Test
    void whatWasCommittedIsThereAfterStopAndStart() throws SQLException {
        try (var server = start()) {
            assertThat(write(server, "first")).containsExactly("first");
        }
        try (var server = start()) {
            assertThat(write(server, "second")).containsExactly("first", "second");
        }
    }

    @Test
    void aServerLeftByAKilledGatewayIsAdoptedWithItsRows() throws Exception {
        var gateway = gatewayThatWrites("acknowledged");
        gateway.destroyForcibly().waitFor();
        var orphan = Postmaster.on(data()).orElseThrow();

        var started = System.nanoTime();
        try (var server = start()) {
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
            assertThat(Postmaster.on(data()).orElseThrow().process()).isEqualTo(orphan.process());
            assertThat(write(server, "next")).containsExactly("acknowledged", "next");
        }
        assertThat(orphan.process().isAlive()).isFalse();
    }

    @Test
    void aLeftOverThatDoesNotKnowOurPasswordIsStoppedAndReplaced() throws Exception {
        var gateway = gatewayThatWrites("acknowledged");
        gateway.destroyForcibly().waitFor();
        var orphan = Postmaster.on(data()).orElseThrow();
        var passwordFile = folder.resolve("pg/passwords/postgres.password");
        var password = Files.readString(passwordFile);
        Files.writeString(passwordFile, "not the password");

        assertThatThrownBy(this::start).isInstanceOf(DatabaseUnavailable.class);
        assertThat(orphan.process().isAlive()).isFalse();

        Files.writeString(passwordFile, password);
        try (var server = start()) {
            assertThat(write(server, "next")).containsExactly("acknowledged", "next");
        }
    }

    @Test
    void aServerThatIsKilledIsThereAgainOnItsPort() throws Exception {
        try (var server = start()) {
            write(server, "first");
            Postmaster.on(data()).orElseThrow().process().destroyForcibly();

            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(write(server, "next")).startsWith("first", "next"));
        }
        assertThat(Postmaster.on(data())).isEmpty();
    }

    @Test
    void aPidFileOfAnotherProgramDoesNotStopTheStart() throws Exception {
        try (var server = start()) {
            write(server, "first");
        }
        Files.writeString(
                data().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data() + "\n1\n1\n");

        try (var server = start()) {
            assertThat(write(server, "second")).containsExactly("first", "second");
        }
    }

    @Test
    void aFolderInUseIsNotSharedByASecondGateway() {
        try (var server = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("Another gateway is using");
            assertThat(server.jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
        }
    }

    @Test
    void nobodyGetsInWithoutThePasswordAndFilesAreOurs() throws Exception {
        try (var server = start()) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), "postgres", "postgres"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
        assertThat(permissions("pg")).isEqualTo("rwx------");
        assertThat(permissions("pg/socket")).isEqualTo("rwx------");
        assertThat(permissions("pg/passwords/jianxi_app.password")).isEqualTo("rw-------");
    }

    @Test
    void theServerKeepsChecksumsAndLosesNothingByConfiguration() throws SQLException {
        try (var server = start();
                var connection = server.asSuperuser("postgres")) {
            var settings = new ArrayList<String>();
            for (var name : List.of("data_checksums", "fsync", "full_page_writes", "synchronous_commit")) {
                try (var row = connection.createStatement().executeQuery("SHOW " + name)) {
                    row.next();
                    settings.add(name + "=" + row.getString(1));
                }
            }
            assertThat(settings)
                    .containsExactly("data_checksums=on", "fsync=on", "full_page_writes=on", "synchronous_commit=on");
        }
    }

    @Test
    void aServerThatMayForgetIsRefused() throws SQLException {
        try (var server = start();
                var connection = server.asSuperuser("postgres")) {
            connection.createStatement().execute("SET synchronous_commit = off");
            assertThatThrownBy(() -> DurabilityCheck.require(connection))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("synchronous_commit=off");
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder.resolve("pg"), BINARIES, 0);
    }

    private Path data() {
        return folder.resolve("pg/data-18");
    }

    private String permissions(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(path)));
    }

    private static List<String> write(EmbeddedPostgres server, String text) throws SQLException {
        var owner = server.owner();
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS kept (number serial, text text)");
            statement.execute("INSERT INTO kept (text) VALUES ('" + text + "')");
            var texts = new ArrayList<String>();
            var rows = statement.executeQuery("SELECT text FROM kept ORDER BY number");
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private Process gatewayThatWrites(String text) throws Exception {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.resolve("pg").toString(),
                        text)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = child.inputReader(StandardCharsets.UTF_8).lines().anyMatch("written"::equals);
        assertThat(said).as("the child has written its row").isTrue();
        assertThat(child.isAlive()).isTrue();
        return child;
    }

    /** A gateway in a process of its own, to be killed. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) throws Exception {
            try (var server = EmbeddedPostgres.start(Path.of(arguments[0]), BINARIES, 0)) {
                write(server, arguments[1]);
                System.out.println("written");
                System.out.flush();
                Thread.sleep(Duration.ofMinutes(1));
            }
        }
    }
}
