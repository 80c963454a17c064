package org.jianxi.gateway.transport.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.intake.SourceRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The routes we ship move bytes and call one bean, and a newcomer can read each without help. */
class RouteFilesTest {

    private static final AllowedSteps ALLOWED = new AllowedSteps(Set.of(
            "pushBinding",
            "headerGuard",
            "pushDoor",
            "folderDoor",
            "sftpDoor",
            "pollDoor",
            "mailDoor",
            "kafkaDoor",
            "jmsDoor",
            "soapDoor",
            "sftpPollDoor",
            "jdbcPollDoor",
            "ministryOutbox",
            "checkpointStamps",
            "ledgerEvidence",
            "personalErasure",
            "letterRound",
            "webhookOutbox",
            "platformOutbox",
            "submissionBacklog",
            "hardshipDays",
            "overlapDesk",
            "screeningDesk",
            "readyFigures",
            "crossMatches",
            "extractDoor",
            "extractFetchDoor",
            "reminders"));

    @ParameterizedTest
    @MethodSource("routeFiles")
    void consistsOfAllowedStepsAndSaysWhyItIsThere(Path file) throws IOException {
        var content = Files.readAllBytes(Path.of("routes").resolve(file));

        assertThat(RouteFile.read(file, content, ALLOWED).ids()).isNotEmpty();
        assertThat(new String(content, StandardCharsets.UTF_8)).startsWith("# ");
    }

    @ParameterizedTest
    @MethodSource("routeFiles")
    void callsOneDoorAndNoMore(Path file) throws IOException {
        var lines = Files.readAllLines(Path.of("routes").resolve(file));

        assertThat(
                        lines.stream()
                                .filter(
                                        line -> line.matches(
                                                ".*ref: .*(Door|Outbox|Backlog|Stamps|Evidence|Erasure|hardshipDays|overlapDesk|screeningDesk|readyFigures|crossMatches|letterRound|reminders)")))
                .hasSize(1);
        assertThat(lines.size()).isLessThan(40);
    }

    @Test
    void everyDoorThatIsNotOursToBeCalledHasATemplate() {
        assertThat(Stream.of(
                        Door.FOLDER,
                        Door.SFTP_UPLOAD,
                        Door.MAIL,
                        Door.KAFKA,
                        Door.JMS,
                        Door.HTTPS_POLL,
                        Door.SFTP_POLL,
                        Door.JDBC_POLL))
                .allSatisfy(door -> assertThat(Path.of("routes/templates", door.wireName() + ".yaml"))
                        .isRegularFile());
    }

    @Test
    void theHttpDoorTakesItsBodyOnlyAgainstTheLimit() throws IOException {
        assertThat(Path.of("routes/sender-push.camel.yaml"))
                .content(StandardCharsets.UTF_8)
                .contains("httpBinding: \"#pushBinding\"")
                .contains("muteException: true");
    }

    @Test
    void everySourceWeShipIsInForce() {
        var register = SourceRegister.open(Path.of("").toAbsolutePath());

        assertThat(register.problems()).isEmpty();
        assertThat(register.all()).hasSizeGreaterThanOrEqualTo(6);
    }

    static List<Path> routeFiles() throws IOException {
        var root = Path.of("routes");
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .filter(RouteFile::isWanted)
                    .sorted()
                    .toList();
        }
    }
}
