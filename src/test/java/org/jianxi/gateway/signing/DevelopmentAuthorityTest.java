package org.jianxi.gateway.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevelopmentAuthorityTest {

    @TempDir
    Path folder;

    @Test
    void everyFileIsItsOwnersAlone() throws IOException {
        var authority = TestKeys.authority(folder);
        authority.issue("530100", "昆明市人力资源和社会保障局");

        assertThat(permissions(authority.folder())).isEqualTo("rwx------");
        try (var files = Files.list(authority.folder())) {
            assertThat(files.toList())
                    .extracting(file -> file.getFileName() + " " + permissions(file))
                    .containsExactlyInAnyOrder(
                            "password rw-------",
                            "root.p12 rw-------",
                            "root.pem rw-------",
                            "root.crl rw-------",
                            "gateway.p12 rw-------",
                            "signer.pem rw-------",
                            "530100.p12 rw-------",
                            "530100.pem rw-------");
        }
    }

    @Test
    void openedAgainItHasTheSameKeys() {
        var first = TestKeys.authority(folder);
        var again = TestKeys.authority(folder);

        assertThat(again.root()).isEqualTo(first.root());
        assertThat(again.gateway().certificate()).isEqualTo(first.gateway().certificate());
        assertThat(again.issue("530100", "昆明市").certificate())
                .isEqualTo(first.issue("530100", "昆明市").certificate());
    }

    @Test
    void aLostPemIsWrittenAgainFromTheKeyStore() throws IOException {
        var authority = TestKeys.authority(folder);
        Files.delete(authority.folder().resolve("signer.pem"));
        var again = TestKeys.authority(folder);

        assertThat(Files.readString(authority.folder().resolve("signer.pem"), UTF_8))
                .isEqualTo(again.gateway().pem())
                .startsWith("-----BEGIN CERTIFICATE-----\n");
    }

    @Test
    void whatItIssuesLeadsToItsRootAndToNoOther() {
        var authority = TestKeys.authority(folder.resolve("ours"));
        var other = TestKeys.authority(folder.resolve("others"));
        var certificate = authority.issue("ministry", "人力资源和社会保障部（沙箱）").certificate();

        assertThat(certificate.isIssuedBy(authority.root())).isTrue();
        assertThat(certificate.isIssuedBy(other.root())).isFalse();
        assertThat(authority.root().isIssuedBy(authority.root())).isTrue();
    }

    @Test
    void aCertificateReadFromPemOrDerIsTheSame() {
        var certificate = TestKeys.authority(folder).gateway().certificate();

        assertThat(SigningCertificate.parse(certificate.pem().getBytes(UTF_8))).isEqualTo(certificate);
        assertThat(SigningCertificate.parse(certificate.der())).isEqualTo(certificate);
        assertThat(certificate.fingerprint()).isEqualTo(Sm3.of(certificate.der()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "a/b", "Kunming", "root", "gateway", "."})
    void aNameThatIsNoFileNameIsRefused(String name) {
        var authority = TestKeys.authority(folder);

        assertThatIllegalArgumentException().isThrownBy(() -> authority.issue(name, "x"));
    }

    @Test
    void aWrongPasswordIsSaidToBeTheFilesProblem() {
        var store = TestKeys.authority(folder).folder().resolve("gateway.p12");

        assertThatExceptionOfType(KeyProblem.class)
                .isThrownBy(() -> KeyRing.open(store, "wrong".toCharArray(), new SecureRandom()))
                .withMessageContaining("gateway.p12");
    }

    @Test
    void aKeyStoreOpensWithThePasswordFromItsFile() {
        var authority = TestKeys.authority(folder);
        var password = KeyRing.passwordIn(authority.folder().resolve("password"));
        var ring = KeyRing.open(authority.folder().resolve("gateway.p12"), password, new SecureRandom());

        assertThat(ring.certificate()).isEqualTo(authority.gateway().certificate());
        assertThat(ring.chain()).containsExactly(ring.certificate(), authority.root());
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
