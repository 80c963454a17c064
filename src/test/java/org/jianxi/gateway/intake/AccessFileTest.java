package org.jianxi.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessFileTest {

    @TempDir
    Path folder;

    private AccessFile access;

    @BeforeEach
    void twoKeysAndALoginAreIssued() throws IOException {
        Files.writeString(folder.resolve("access.yaml"), """
                keys:
                  - name: 昆明市平台
                    role: sender
                    source: kunming
                    senders: [530100]
                    keySm3: %s
                  - name: 省就业局经办
                    role: officer
                    keySm3: %s
                accounts:
                  - login: qujing
                    source: qujing-files
                    sender: "530300"
                    password: %s
                """.formatted(
                        hash("kunming-key"),
                        hash("officer-key"),
                        PasswordHash.of("open sesame", new byte[16], 1000).written()));
        access = AccessFile.open(Path.of("."), folder, AccessFileTest::digest);
    }

    @Test
    void aKeyNamesItsHolder() {
        assertThat(access.problem()).isEmpty();
        assertThat(access.authenticate("kunming-key"))
                .contains(new Caller(
                        "昆明市平台",
                        Set.of(Role.SENDER),
                        Optional.of(new SourceId("kunming")),
                        Set.of(new Sender("530100"))));
        assertThat(access.authenticate("officer-key").orElseThrow().is(Role.OFFICER))
                .isTrue();
    }

    @Test
    void aKeyThatWasNotIssuedIsNobodys() {
        assertThat(access.authenticate("kunming-keY")).isEmpty();
        assertThat(access.authenticate("")).isEmpty();
    }

    @Test
    void aPasswordIsCheckedAndNotKept() {
        var account = access.account("qujing").orElseThrow();

        assertThat(account.sender()).isEqualTo(new Sender("530300"));
        assertThat(account.password().orElseThrow().matches("open sesame")).isTrue();
        assertThat(account.password().orElseThrow().matches("open sesamE")).isFalse();
        assertThat(account.toString()).doesNotContain("$");
    }

    @Test
    void aSpoiltFileLeavesTheKeysInForce() throws IOException {
        Files.writeString(
                folder.resolve("access.yaml"),
                "keys:\n  - name: x\n    role: sender\n    keySm3: %s\n".formatted(hash("new")));
        access.reread();
        access.reread();

        assertThat(access.problem()).isPresent();
        assertThat(access.authenticate("new")).isEmpty();
        assertThat(access.authenticate("kunming-key")).isPresent();
    }

    @Test
    void aWithdrawnKeyStopsWorking() throws IOException {
        Files.writeString(folder.resolve("access.yaml"), "keys: []\n");
        access.reread();
        access.reread();

        assertThat(access.authenticate("kunming-key")).isEmpty();
    }

    @Test
    void aDeletedFileLeavesNoKey() throws IOException {
        Files.delete(folder.resolve("access.yaml"));
        access.reread();
        access.reread();

        assertThat(access.authenticate("kunming-key")).isEmpty();
        assertThat(access.accounts()).isEmpty();
    }

    /** Any hash of 32 bytes serves here: the file does not care which. */
    private static Digest digest(byte[] bytes) {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException absent) {
            throw new AssertionError(absent);
        }
    }

    private static String hash(String key) {
        return digest(key.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
