package org.jianxi.gateway.transport.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jianxi.gateway.flow.crossmatch.RunLock;
import org.jianxi.gateway.flow.extracts.ExtractDesk;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.pulling.AllowedAddresses;
import org.jianxi.gateway.registries.extracts.ExtractFixture;
import org.jianxi.gateway.registries.extracts.RowReview;
import org.jianxi.gateway.registries.run.RegistryRegister;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real SFTP server on loopback, as an office has one. */
class ExtractFetchDoorTest {

    @TempDir
    Path home;

    private SshServer server;
    private SftpLines lines;
    private Path remote;
    private String hostKey;

    @BeforeEach
    void aServerThatIsAsked() throws Exception {
        Files.writeString(home.resolve("password"), "s3cret\n");
        remote = Files.createDirectories(home.resolve("remote/out"));
        var generator = SecurityUtils.getKeyPairGenerator("EC");
        generator.initialize(256);
        var keys = generator.generateKeyPair();
        hostKey = KeyUtils.getFingerPrint(BuiltinDigests.sha256, keys.getPublic());
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(keys));
        server.setPasswordAuthenticator((user, password, session) -> user.equals("yn") && password.equals("s3cret"));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home.resolve("remote")));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.start();
        lines = new SftpLines(
                new AllowedAddresses(List.of("127.0.0.1"), InetAddress::getAllByName), new Secrets(name -> null, home));
    }

    @AfterEach
    void closed() throws IOException {
        lines.close();
        server.stop(true);
    }

    @Test
    void aFileThatStandsStillIsFetchedOnceAlsoAfterARestart() throws IOException {
        var door = door(hostKey);
        put("20230601.csv", "a,b\n1,2\n");

        door.fetch();
        assertThat(fetched("20230601.csv")).as("it may still be written").doesNotExist();
        door.fetch();

        assertThat(fetched("20230601.csv")).hasContent("a,b\n1,2");
        assertThat(fetched("20230601.csv.ok")).isEmptyFile();
        Files.delete(fetched("20230601.csv"));
        var again = door(hostKey);
        again.fetch();
        again.fetch();
        assertThat(fetched("20230601.csv")).doesNotExist();
        put("20230601.csv", "a,b\n1,2\n3,4\n");
        again.fetch();
        again.fetch();
        assertThat(fetched("20230601.csv")).as("another file of that name").exists();
    }

    @Test
    void aFileWithItsMarkIsFetchedAtOnceAndOthersAreLeftAlone() throws IOException {
        put("20230601.csv", "a");
        put("20230601.csv.ok", "");
        put("20230602.csv.part", "a");
        put("notes.txt", "a");
        var door = door(hostKey);

        door.fetch();
        door.fetch();

        assertThat(fetched("20230601.csv")).exists();
        try (var files = Files.list(fetched("20230601.csv").getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("20230601.csv", "20230601.csv.ok", ".fetched.json");
        }
    }

    @Test
    void aServerWithAnotherKeyIsGivenNothing() throws IOException {
        put("20230601.csv", "a");
        put("20230601.csv.ok", "");

        door("SHA256:" + "A".repeat(43)).fetch();

        assertThat(fetched("20230601.csv")).doesNotExist();
    }

    private ExtractFetchDoor door(String pinned) {
        var office = new ExtractFixture(home);
        office.described("""
                format: csv
                members:
                  - {idNumber: 证件号码, name: 姓名}
                dateInName: '([0-9]{8})'
                fetch:
                  host: 127.0.0.1
                  port: %d
                  hostKey: '%s'
                  user: yn
                  password: file:password
                  folder: /out
                """.formatted(server.getPort(), pinned));
        var register = RegistryRegister.open(home.resolve("described"), ExtractFixture.HOME);
        return new ExtractFetchDoor(
                home.resolve("var"),
                new ExtractDesk(
                        register,
                        office.office(),
                        RowReview.NONE,
                        new RunLock(office.database().dataSource())),
                lines);
    }

    private Path fetched(String name) {
        return home.resolve("var/extracts/tested").resolve(name);
    }

    private void put(String name, String content) throws IOException {
        Files.writeString(remote.resolve(name), content, StandardCharsets.UTF_8);
    }
}
