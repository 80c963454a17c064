package org.jianxi.gateway.transport.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.intake.AccessFile;
import org.jianxi.gateway.intake.PasswordHash;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.signing.Sm3;
import org.jianxi.gateway.transport.RecordingReception;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.jianxi.gateway.transport.files.FileDesk;
import org.jianxi.gateway.transport.files.Sweeper;
import org.jianxi.gateway.transport.files.UploadsUnderWay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real server, a real client, a real folder; the time that passes is in our hand. */
@Timeout(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SftpDoorTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-07-03T01:02:03.456Z"), ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PASSWORD = "open sesame";

    private final AtomicLong nanos = new AtomicLong();
    private final RecordingReception reception = new RecordingReception();
    private Path var;
    private KeyPair key;
    private SftpServer server;
    private SftpDoor door;
    private SshClient client;

    @BeforeAll
    void theServerListens(@TempDir Path home) throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        key = generator.generateKeyPair();
        Files.createDirectories(home.resolve("schemas"));
        Files.createDirectories(home.resolve("mappings/honghe"));
        for (var schema : List.of("source.schema.json", "access.schema.json")) {
            Files.copy(Path.of("schemas", schema), home.resolve("schemas").resolve(schema));
        }
        Files.writeString(home.resolve("mappings/honghe/source.yaml"), """
                source: honghe
                title: {zh: 红河, en: Honghe}
                senders: [532500, 532600]
                door: {kind: sftp-upload, settleSeconds: 2}
                datasets: {monthly-return: {mapping: monthly-return.yaml}}
                limits: {bodyMegabytes: 1}
                contact: 信息中心
                """);
        var = home.resolve("var");
        Files.createDirectories(var);
        Files.writeString(var.resolve("access.yaml"), """
                accounts:
                  - {login: honghe, source: honghe, sender: "532500", password: "%s"}
                  - {login: wenshan, source: honghe, sender: "532600", publicKeys: ["%s"]}
                """.formatted(
                PasswordHash.of(PASSWORD, new byte[16], 1000).written(), PublicKeyEntry.toString(key.getPublic())));
        var sources = SourceRegister.open(home);
        var access = AccessFile.open(home, var, Sm3::of);
        var homes = new SftpHomes(var.resolve("sftp"));
        var underWay = new UploadsUnderWay();
        server = SftpServer.start(
                new SftpSettings("127.0.0.1", 0, 8),
                var.resolve("keys/sftp-host.key"),
                homes,
                new SftpAccess(access),
                new UploadRules(underWay, new UploadLimits(access, sources)));
        var sweeper = new Sweeper(new FileDesk(reception, new BodyBudget(64, System::nanoTime), CLOCK), nanos::get);
        door = new SftpDoor(homes, access, sources, sweeper, underWay, 2);
        client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier((session, address, serverKey) -> true);
        client.start();
    }

    @AfterAll
    void stopped() throws IOException {
        client.stop();
        server.close();
    }

    @BeforeEach
    void nothingArrivedYet() {
        reception.deliveries.clear();
    }

    @Test
    void anUploadIsTakenInAndItsReceiptComesBack() throws Exception {
        try (var session = login("honghe");
                var sftp = sftp(session)) {
            put(sftp, "2023-06.csv.part", "a,b");
            settle();
            assertThat(reception.deliveries).isEmpty();
            sftp.rename("2023-06.csv.part", "2023-06.csv");
            settle();

            var delivery = reception.deliveries.getFirst();
            assertThat(delivery.source()).isEqualTo(new SourceId("honghe"));
            assertThat(delivery.sender()).contains(new Sender("532500"));
            assertThat(delivery.door()).isEqualTo(Door.SFTP_UPLOAD);
            assertThat(delivery.content()).asString(StandardCharsets.UTF_8).isEqualTo("a,b");
            try (var receipt = sftp.read("outbox/2023-06.csv.receipt.p7s")) {
                assertThat(receipt.readAllBytes()).containsExactly(1, 2, 3);
            }
            assertThat(names(sftp, "/")).doesNotContain("2023-06.csv");
            sftp.remove("outbox/2023-06.csv.receipt.p7s");
        }
    }

    @Test
    void aFinishedNameAfterAnUnfinishedOneSaysThatAFileIsWhole() throws Exception {
        try (var session = login("honghe");
                var sftp = sftp(session)) {
            put(sftp, "inbox/.hidden.csv", "a,b");
            sftp.rename("inbox/.hidden.csv", "inbox/finished.csv");
            door.sweep("honghe");
            assertThat(reception.deliveries.getFirst().content())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("a,b");

            put(sftp, "finished.csv", "a,b,c");
            door.sweep("honghe");
            assertThat(reception.deliveries).as("nobody said so of this one").hasSize(1);
            sftp.rename("finished.csv", "called-otherwise.csv");
            door.sweep("honghe");
            assertThat(reception.deliveries)
                    .as("neither name says that it was unfinished")
                    .hasSize(1);
            settle();
            assertThat(reception.deliveries).hasSize(2);
        }
    }

    @Test
    void aFileThatIsWrittenAgainAfterItsRenamingWaitsLikeAnyOther() throws Exception {
        try (var session = login("honghe");
                var sftp = sftp(session)) {
            put(sftp, "again.csv.part", "a,b");
            sftp.rename("again.csv.part", "again.csv");
            put(sftp, "again.csv", "a,b,c");
            door.sweep("honghe");
            assertThat(reception.deliveries).isEmpty();
            settle();
            assertThat(reception.deliveries).hasSize(1);
        }
    }

    @Test
    void aPartThatBrokeOffIsNotWholeByItsNewName() throws Exception {
        try (var session = login("honghe")) {
            var sftp = sftp(session);
            var handle = sftp.open("cut.csv.part", SftpClient.OpenMode.Create, SftpClient.OpenMode.Write);
            sftp.write(handle, 0, "half".getBytes(StandardCharsets.UTF_8));
            session.close(true);
        }
        await().until(() -> Files.exists(var.resolve("sftp/honghe/home/cut.csv.part")));
        try (var session = login("honghe");
                var sftp = sftp(session)) {
            sftp.rename("cut.csv.part", "cut.csv");
            door.sweep("honghe");
            assertThat(reception.deliveries).isEmpty();
            sftp.remove("cut.csv");
        }
    }

    @Test
    void theInboxFolderServesAsWell() throws Exception {
        try (var session = login("honghe");
                var sftp = sftp(session)) {
            put(sftp, "inbox/b.csv", "x");
            settle();
            assertThat(reception.deliveries).hasSize(1);
        }
    }

    @Test
    void aFileThatIsStillOpenIsNotReadHoweverStillItLies() throws Exception {
        try (var session = login("honghe");
                var sftp = sftp(session)) {
            try (var out = sftp.write("slow.csv")) {
                out.write("half".getBytes(StandardCharsets.UTF_8));
                out.flush();
                settle();
                settle();
                assertThat(reception.deliveries).isEmpty();
                out.write(" and half".getBytes(StandardCharsets.UTF_8));
            }
            settle();
            assertThat(reception.deliveries.getFirst().content())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("half and half");
        }
    }

    @Test
    void anUploadThatBrokeOffIsNotReadUntilItIsResumedAndClosed() throws Exception {
        try (var session = login("honghe")) {
            var sftp = sftp(session);
            var handle = sftp.open("broken.csv", SftpClient.OpenMode.Create, SftpClient.OpenMode.Write);
            sftp.write(handle, 0, "half".getBytes(StandardCharsets.UTF_8));
            session.close(true);
        }
        await().until(() -> Files.exists(var.resolve("sftp/honghe/home/broken.csv")));
        settle();
        settle();
        assertThat(reception.deliveries).isEmpty();

        try (var session = login("honghe");
                var sftp = sftp(session)) {
            try (var handle = sftp.open("broken.csv", SftpClient.OpenMode.Write)) {
                sftp.write(handle, 4, " more".getBytes(StandardCharsets.UTF_8));
            }
            settle();
        }
        assertThat(reception.deliveries.getFirst().content())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("half more");
    }

    @Test
    void aKeyOpensItsOwnAccountAndNoOther() throws Exception {
        try (var session = client.connect("wenshan", "127.0.0.1", server.port())
                .verify(PATIENCE)
                .getSession()) {
            session.addPublicKeyIdentity(key);
            session.auth().verify(PATIENCE);
            try (var sftp = sftp(session)) {
                assertThat(names(sftp, "/")).containsExactlyInAnyOrder("inbox", "outbox");
                put(sftp, "c.csv", "x");
            }
        }
        settle();
        assertThat(reception.deliveries.getFirst().sender()).contains(new Sender("532600"));

        try (var session = client.connect("honghe", "127.0.0.1", server.port())
                .verify(PATIENCE)
                .getSession()) {
            session.addPublicKeyIdentity(key);
            assertThatThrownBy(() -> session.auth().verify(PATIENCE)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void wrongPasswordsAndUnknownLoginsDoNotGetIn() throws Exception {
        for (var login : List.of("honghe", "nobody", "../honghe")) {
            try (var session = client.connect(login, "127.0.0.1", server.port())
                    .verify(PATIENCE)
                    .getSession()) {
                session.addPasswordIdentity("open sesamE");
                assertThatThrownBy(() -> session.auth().verify(PATIENCE))
                        .as(login)
                        .isInstanceOf(IOException.class);
            }
        }
        assertThat(var.resolve("sftp/nobody")).doesNotExist();
    }

    @Test
    void nobodyGetsOutOfTheirHome() throws Exception {
        Files.writeString(var.resolve("sftp/secret.txt"), "secret");
        try (var session = login("honghe");
                var sftp = sftp(session)) {
            for (var path :
                    List.of("../../secret.txt", "/../secret.txt", "/etc/passwd", "outbox/../../../secret.txt")) {
                assertThatThrownBy(() -> {
                            try (var in = sftp.read(path)) {
                                in.readAllBytes();
                            }
                        })
                        .as(path)
                        .isInstanceOf(IOException.class);
            }
            put(sftp, "../../planted.part", "x");
            assertThatThrownBy(() -> sftp.symLink("link.csv", "/etc/passwd")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sftp.mkdir("more")).isInstanceOf(IOException.class);
        }
        assertThat(var.resolve("planted.part")).doesNotExist();
        assertThat(var.resolve("sftp/planted.part")).doesNotExist();
        assertThat(var.resolve("sftp/honghe/home/planted.part")).exists();
    }

    @Test
    void repliesCannotBeForged() throws Exception {
        try (var session = login("honghe");
                var sftp = sftp(session)) {
            assertThatThrownBy(() -> put(sftp, "outbox/x.receipt.json", "x")).isInstanceOf(IOException.class);
            put(sftp, "y.part", "x");
            assertThatThrownBy(() -> sftp.rename("y.part", "outbox/y.receipt.json"))
                    .isInstanceOf(IOException.class);
            sftp.remove("y.part");
        }
    }

    @Test
    void anUploadEndsAtTheLimitOfItsSource() throws Exception {
        try (var session = login("honghe");
                var sftp = sftp(session)) {
            assertThatThrownBy(() -> put(sftp, "large.csv.part", "x".repeat(1024 * 1024 + 1)))
                    .isInstanceOf(IOException.class);
            assertThat(Files.size(var.resolve("sftp/honghe/home/large.csv.part")))
                    .isLessThanOrEqualTo(1024 * 1024);
            sftp.remove("large.csv.part");
        }
    }

    @Test
    void thereIsNothingButFileTransfer() throws Exception {
        try (var session = login("honghe")) {
            for (var channel : List.of(session.createExecChannel("id"), session.createShellChannel())) {
                var printed = new ByteArrayOutputStream();
                channel.setOut(printed);
                channel.open().verify(PATIENCE);
                channel.waitFor(EnumSet.of(ClientChannelEvent.EXIT_STATUS, ClientChannelEvent.CLOSED), 500);
                assertThat(channel.getExitStatus()).isNull();
                assertThat(printed.size()).isZero();
                channel.close(true);
            }
        }
        try (var session = login("honghe")) {
            assertThatThrownBy(() -> session.createDirectTcpipChannel(
                                    new SshdSocketAddress("127.0.0.1", 0),
                                    new SshdSocketAddress("127.0.0.1", server.port()))
                            .open()
                            .verify(PATIENCE))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void theServersOwnKeyIsKeptForTheNextStart() {
        assertThat(var.resolve("keys/sftp-host.key")).isRegularFile();
    }

    private ClientSession login(String login) throws IOException {
        var session = client.connect(login, "127.0.0.1", server.port())
                .verify(PATIENCE)
                .getSession();
        session.addPasswordIdentity(PASSWORD);
        session.auth().verify(PATIENCE);
        return session;
    }

    private static SftpClient sftp(ClientSession session) throws IOException {
        return SftpClientFactory.instance().createSftpClient(session);
    }

    private static void put(SftpClient sftp, String name, String content) throws IOException {
        try (var out = sftp.write(name)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String> names(SftpClient sftp, String folder) throws IOException {
        var names = new ArrayList<String>();
        sftp.readDir(folder).forEach(entry -> names.add(entry.getFilename()));
        names.removeAll(List.of(".", ".."));
        return names;
    }

    private void settle() {
        door.sweep("honghe");
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        door.sweep("honghe");
    }
}
