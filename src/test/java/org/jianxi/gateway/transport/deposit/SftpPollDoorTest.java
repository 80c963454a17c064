package org.jianxi.gateway.transport.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.flow.Outcome;
import org.jianxi.gateway.intake.Admission;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.SignerCertificates;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.intake.TrustFolder;
import org.jianxi.gateway.pulling.AllowedAddresses;
import org.jianxi.gateway.signing.Algorithm;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.KeyOrder;
import org.jianxi.gateway.signing.Signer;
import org.jianxi.gateway.signing.Use;
import org.jianxi.gateway.signing.Validity;
import org.jianxi.gateway.transport.Pulling;
import org.jianxi.gateway.transport.QuickClock;
import org.jianxi.gateway.transport.RecordingReception;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real SFTP server on loopback, which behaves badly where a test asks for it. */
class SftpPollDoorTest {

    private static final Clock CLOCK = new QuickClock(Instant.parse("2023-07-03T01:00:00Z"));

    @TempDir
    Path home;

    private final TestDatabase database = TestDatabase.fresh();
    private final RecordingReception reception = new RecordingReception();
    private final Map<String, String> lies = new ConcurrentHashMap<>();
    private final List<String> read = new CopyOnWriteArrayList<>();
    private volatile Reading reading = session -> {};
    private String policy = "";
    private SshServer server;
    private String hostKey;
    private Path remote;

    interface Reading {
        void begins(ServerSession session) throws IOException;
    }

    @BeforeEach
    void aServerThatIsAsked() throws Exception {
        Files.createDirectories(home.resolve("schemas"));
        Files.createDirectories(home.resolve("mappings/honghe"));
        Files.copy(Path.of("schemas/source.schema.json"), home.resolve("schemas/source.schema.json"));
        Files.writeString(home.resolve("password"), "s3cret\n");
        remote = Files.createDirectories(home.resolve("remote/out"));
        Files.writeString(home.resolve("remote/x.csv"), "outside");
        var generator = SecurityUtils.getKeyPairGenerator("EC");
        generator.initialize(256);
        var keys = generator.generateKeyPair();
        hostKey = KeyUtils.getFingerPrint(BuiltinDigests.sha256, keys.getPublic());
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(keys));
        server.setPasswordAuthenticator((user, password, session) -> user.equals("yn") && password.equals("s3cret"));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home.resolve("remote")));
        server.setSubsystemFactories(List.of(new Lying()));
        server.start();
    }

    @AfterEach
    void closed() throws IOException {
        server.stop(true);
    }

    @Test
    void aWholeFileIsTakenOnceAlsoAfterARestart() throws IOException {
        put("return-2023-06.csv", "a,b\n1,2\n");

        fetch("");
        fetch("");

        assertThat(reception.deliveries).hasSize(1);
        var delivery = reception.deliveries.getFirst();
        assertThat(delivery.door()).isEqualTo(Door.SFTP_POLL);
        assertThat(delivery.period()).contains(Period.of("2023-06"));
        assertThat(delivery.senders()).containsExactly(new Sender("532500"));
        assertThat(delivery.fileName()).contains("return-2023-06.csv");
        assertThat(delivery.content()).asString(StandardCharsets.UTF_8).isEqualTo("a,b\n1,2\n");
        assertThat(read).hasSize(1);
    }

    @Test
    void aCorrectedFileOfTheSameNameIsTakenAndATouchedOneIsNot() throws IOException {
        put("return.csv", "a\n1\n");
        fetch("");
        put("return.csv", "a\n2\n");
        Files.setLastModifiedTime(remote.resolve("return.csv"), FileTime.from(Instant.parse("2023-07-02T00:00:00Z")));
        fetch("");
        Files.setLastModifiedTime(remote.resolve("return.csv"), FileTime.from(Instant.parse("2023-07-02T01:00:00Z")));
        fetch("");
        fetch("");

        assertThat(reception.deliveries).hasSize(2);
        assertThat(read).hasSize(3);
    }

    @Test
    void aFileThatStillGrowsIsLeftUntilItLiesStill() throws Exception {
        put("return.csv", "a\n");
        var writer = Thread.ofVirtual().start(() -> {
            try {
                for (var line = 0; line < 12; line++) {
                    Thread.sleep(200);
                    Files.writeString(remote.resolve("return.csv"), line + "\n", StandardOpenOption.APPEND);
                }
            } catch (IOException | InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
        });
        fetch("");
        assertThat(reception.deliveries).isEmpty();

        writer.join();
        fetch("");
        assertThat(reception.deliveries).hasSize(1);
    }

    @Test
    void aNameThatLeadsElsewhereIsNeverMadeAPath() throws IOException {
        put("good.csv", "a\n1\n");
        put("one.csv", "x");
        put("two.csv", "x");
        put("three.csv", "x");
        lies.put("one.csv", "../x.csv");
        lies.put("two.csv", "..\\x.csv");
        lies.put("three.csv", "a".repeat(300) + ".csv");

        fetch("moveTo: done");

        assertThat(read).containsExactly("/out/good.csv");
        assertThat(reception.deliveries).hasSize(1);
        assertThat(home.resolve("remote/x.csv")).exists();
        assertThat(remote.resolve("one.csv")).exists();
    }

    @Test
    void anotherHostKeyThanThePinnedOneEndsItBeforeTheLogin() throws IOException {
        put("return.csv", "a\n1\n");
        hostKey = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

        assertThat(fetch("")).contains("another key than the pinned one");
        assertThat(reception.deliveries).isEmpty();
    }

    @Test
    void aKnownHostsFilePinsItToo() throws Exception {
        put("return.csv", "a\n1\n");
        var line = new StringBuilder("[127.0.0.1]:" + server.getPort() + " ");
        org.apache.sshd.common.config.keys.PublicKeyEntry.appendPublicKeyEntry(
                line,
                server.getKeyPairProvider().loadKeys(null).iterator().next().getPublic());
        Files.writeString(home.resolve("known_hosts"), line + "\n");
        hostKey = "file:known_hosts";

        assertThat(fetch("")).isEmpty();
        assertThat(reception.deliveries).hasSize(1);
    }

    @Test
    void aServerThatDropsTheLineLosesNothing() throws IOException {
        put("return.csv", "a\n1\n");
        reading = session -> session.close(true);
        assertThat(fetch("")).isNotEmpty();
        assertThat(reception.deliveries).isEmpty();

        reading = session -> {};
        assertThat(fetch("")).isEmpty();
        assertThat(reception.deliveries).hasSize(1);
    }

    @Test
    void aServerThatNeverAnswersIsLeftWhenItsTimeIsOver() throws IOException {
        put("return.csv", "a\n1\n");
        reading = session -> {
            try {
                Thread.sleep(20_000);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        };

        var started = System.nanoTime();
        assertThat(fetch("timeoutSeconds: 2")).contains("not done within");
        assertThat(System.nanoTime() - started).isLessThan(15_000_000_000L);
    }

    @Test
    void aReceiptIsPutWhereTheFileSaysAndWhatWasTakenIsMovedAside() throws IOException {
        put("return.csv", "a\n1\n");

        fetch("moveTo: done\n  replies: replies");

        assertThat(remote.resolve("return.csv")).doesNotExist();
        assertThat(names("out/done"))
                .hasSize(1)
                .allSatisfy(name -> assertThat(name).endsWith("-return.csv"));
        assertThat(names("out/replies")).containsExactly("return.csv.receipt.json", "return.csv.receipt.p7s");
    }

    @Test
    void whatIsReturnedIsToldAndWhatIsNotDecidedStaysWhereItIs() throws IOException {
        put("return.csv", "a\n1\n");
        reception.answer = new Outcome.Unfinished("the database is away");
        fetch("moveTo: done\n  replies: replies");
        assertThat(remote.resolve("return.csv")).exists();

        reception.answer = new Outcome.Returned("s-2", Outcome.Refusal.CONTENT, List.<Finding>of());
        fetch("moveTo: done\n  replies: replies");
        assertThat(names("out/replies")).containsExactly("return.csv.findings.json");
        assertThat(reception.deliveries).hasSize(2);
    }

    @Test
    void oneFileTooLargeKeepsTheOthersComing() throws IOException {
        put("a.csv", "x".repeat(1024 * 1024 + 1));
        put("b.csv", "a\n1\n");

        assertThat(fetch("")).isEqualTo("a.csv exceeds 1048576 bytes");
        assertThat(reception.deliveries).hasSize(1);
    }

    @Test
    void aSignatureBesideAFileIsFetchedAndVerifiedAndMovedAsideWithIt() throws IOException {
        var signer = aSenderThatMustSign();
        put("return.csv", "a\n1\n");
        sign(signer, "return.csv");

        assertThat(fetch("moveTo: done")).isEmpty();

        assertThat(ruling(reception.deliveries.getFirst()).findings()).isEmpty();
        assertThat(ruling(reception.deliveries.getFirst()).signer()).contains(signer.certificate());
        assertThat(names("out")).containsExactly("done");
        var aside = names("out/done");
        assertThat(aside).hasSize(2).first().asString().endsWith("-return.csv");
        assertThat(aside.get(1)).isEqualTo(aside.getFirst() + ".p7s");
        assertThat(fetch("moveTo: done")).isEmpty();
        assertThat(reception.deliveries).hasSize(1);
    }

    @Test
    void aSignatureThatComesAMomentAfterItsFileIsWaitedFor() throws Exception {
        var signer = aSenderThatMustSign();
        put("return.csv", "a\n1\n");
        var later = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(3_000);
                sign(signer, "return.csv");
            } catch (IOException | InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
        });

        assertThat(fetch("")).isEmpty();

        later.join();
        assertThat(reception.deliveries).hasSize(1);
        assertThat(ruling(reception.deliveries.getFirst()).signer()).contains(signer.certificate());
    }

    @Test
    void aSignatureThatComesAfterItsFileWasTakenIsOfferedWithItOnce() throws IOException {
        var signer = aSenderThatMustSign();
        policy = policy.replace("required", "optional");
        put("return.csv", "a\n1\n");
        fetch("");
        assertThat(reception.deliveries.getFirst().signature()).isEmpty();

        sign(signer, "return.csv");
        fetch("");
        fetch("");

        assertThat(reception.deliveries).hasSize(2);
        assertThat(ruling(reception.deliveries.get(1)).signer()).contains(signer.certificate());
    }

    @Test
    void aSignatureOfAnotherFileIsFoundOut() throws IOException {
        var signer = aSenderThatMustSign();
        put("return.csv", "a\n1\n");
        sign(signer, "return.csv");
        put("return.csv", "a\n2\n");

        fetch("");

        assertThat(ruling(reception.deliveries.getFirst()).findings())
                .extracting(Finding::rule)
                .containsExactly("S-SIGNATURE");
    }

    @Test
    void aSignatureOfMoreThan64KilobytesIsNotRead() throws IOException {
        put("return.csv", "a\n1\n");
        put("return.csv.p7s", "x".repeat(64 * 1024 + 1));

        assertThat(fetch("")).isEqualTo("return.csv.p7s exceeds 65536 bytes");
        assertThat(reception.deliveries).isEmpty();
        assertThat(read).containsExactly("/out/return.csv");
    }

    private Signer aSenderThatMustSign() throws IOException {
        policy = "signature: required\nsigner: file:keys/honghe.pem";
        var validity = new Validity(Instant.parse("2023-01-01T00:00:00Z"), Instant.parse("2024-01-01T00:00:00Z"));
        return DevelopmentAuthority.create(home.resolve("keys"), CLOCK, new SecureRandom())
                .issue(new KeyOrder("honghe", "红河", Use.SENDER, Algorithm.SM2, validity))
                .signer();
    }

    private void sign(Signer signer, String name) throws IOException {
        Files.write(remote.resolve(name + ".p7s"), signer.signDetached(Files.readAllBytes(remote.resolve(name))));
    }

    /** What the gateway makes of the signature that the door brought. */
    private Admission.Ruling ruling(Delivery delivery) {
        var admission = new Admission(
                SourceRegister.open(home),
                new SignerCertificates(new Secrets(name -> null, home)),
                TrustFolder.open(home.resolve("keys"), home.resolve("keys/trust")));
        return admission.check(
                delivery.source(), delivery.content(), delivery.signature(), Instant.parse("2023-07-03T01:00:00Z"));
    }

    private void put(String name, String text) throws IOException {
        Files.writeString(remote.resolve(name), text);
    }

    private List<String> names(String folder) throws IOException {
        try (var files = Files.list(home.resolve("remote").resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Asks once with everything made anew, as after a restart; what the operator is told, empty when all went well. */
    private String fetch(String more) throws IOException {
        Files.writeString(
                home.resolve("mappings/honghe/source.yaml"), """
                source: honghe
                title: {zh: 红河, en: Honghe}
                senders: [532500]
                door:
                  kind: sftp-poll
                  host: 127.0.0.1
                  port: %d
                  hostKey: '%s'
                  user: yn
                  password: file:password
                  folder: out
                  settleSeconds: 1
                  %s
                schedule: {everySeconds: 1}
                datasets: {monthly-return: {mapping: monthly-return.yaml}}
                limits: {bodyMegabytes: 1}
                contact: 信息中心
                %s
                """.formatted(server.getPort(), hostKey, more, policy));
        var sources = SourceRegister.open(home);
        assertThat(sources.problems()).isEmpty();
        var addresses = new AllowedAddresses(List.of("127.0.0.1"), InetAddress::getAllByName);
        try (var pulling = Pulling.with(database, CLOCK);
                var lines = new SftpLines(addresses, new Secrets(name -> null, home))) {
            new SftpPollDoor(
                            sources,
                            pulling.keeper(),
                            pulling.desk(reception),
                            lines,
                            new BodyBudget(64, System::nanoTime))
                    .fetch("honghe");
            return pulling.failure("honghe");
        }
    }

    /** Lists files by other names than they have, and lets a test into the reading. */
    private final class Lying extends SftpSubsystemFactory {

        @Override
        public Command createSubsystem(ChannelSession channel) throws IOException {
            var subsystem = new SftpSubsystem(channel, this) {
                @Override
                protected String getShortName(Path file) throws IOException {
                    var name = super.getShortName(file);
                    return lies.getOrDefault(name, name);
                }
            };
            subsystem.addSftpEventListener(new SftpEventListener() {
                @Override
                public void reading(
                        ServerSession session,
                        String remoteHandle,
                        FileHandle handle,
                        long offset,
                        byte[] data,
                        int dataOffset,
                        int dataLength)
                        throws IOException {
                    if (offset == 0) {
                        read.add(handle.getFile().toString());
                        reading.begins(session);
                    }
                }
            });
            return subsystem;
        }
    }
}
