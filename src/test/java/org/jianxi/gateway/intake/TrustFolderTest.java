package org.jianxi.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.RevocationList.Revocation;
import org.jianxi.gateway.signing.RevocationReason;
import org.jianxi.gateway.signing.SigningCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustFolderTest {

    private static final Instant NOW = Instant.parse("2023-07-04T08:00:00Z");

    @TempDir
    Path folder;

    private DevelopmentAuthority others;

    @BeforeEach
    void anApprovedAuthority() throws IOException {
        others = DevelopmentAuthority.create(
                folder.resolve("others"), Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());
        Files.createDirectory(folder.resolve("trust"));
        Files.copy(folder.resolve("others/root.pem"), folder.resolve("trust/approved.pem"));
    }

    @Test
    void aNewRevocationListCountsFromTheNextQuestionOn() throws IOException {
        var trust = open();
        var certificate = others.gateway().certificate();
        assertThat(trust.current().objection(certificate, NOW)).isEmpty();

        others.revoke(certificate, new Revocation(NOW, RevocationReason.KEY_COMPROMISE));
        Files.copy(folder.resolve("others/root.crl"), folder.resolve("trust/approved.crl"));

        assertThat(trust.current().objection(certificate, NOW)).isPresent();
    }

    @Test
    void whileAFileIsBadWhatWasInForceStays() throws IOException {
        var trust = open();
        Files.writeString(folder.resolve("trust/second.pem"), "not a certificate");
        assertThat(trust.current().roots())
                .containsExactly(SigningCertificate.read(folder.resolve("trust/approved.pem")));

        Files.delete(folder.resolve("trust/second.pem"));
        Files.delete(folder.resolve("trust/approved.pem"));
        assertThat(trust.current().roots()).as("mended, and one taken away").isEmpty();
    }

    @Test
    void aStartOverABadFileIsRefusedAndNamesIt() throws IOException {
        Files.writeString(folder.resolve("trust/approved.crl"), "not a list");

        assertThatExceptionOfType(KeyProblem.class).isThrownBy(this::open).withMessageContaining("approved.crl");
    }

    private TrustFolder open() {
        return TrustFolder.open(folder.resolve("keys"), folder.resolve("trust"));
    }
}
