package org.jianxi.gateway.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.signing.Algorithm;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.KeyOrder;
import org.jianxi.gateway.signing.KeyRing;
import org.jianxi.gateway.signing.RevocationList.Revocation;
import org.jianxi.gateway.signing.RevocationReason;
import org.jianxi.gateway.signing.SigningCertificate;
import org.jianxi.gateway.signing.Use;
import org.jianxi.gateway.signing.Validity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose signature a delivery carries, and what its certificate was worth when it came. */
class AdmissionTest {

    private static final SourceId KUNMING = new SourceId("kunming");
    private static final Instant NOW = Instant.parse("2023-07-04T08:00:00Z");
    private static final Instant END = NOW.plusSeconds(120);
    private static final byte[] CONTENT = "{\"period\":\"2023-06\"}".getBytes(UTF_8);

    @TempDir
    Path folder;

    private DevelopmentAuthority authority;

    @BeforeEach
    void authority() {
        authority = authority("keys");
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void aSignatureOfTheRegisteredCertificateIsTakenInEitherWorld(Algorithm algorithm) {
        var sender = sender("kunming", algorithm);

        assertThat(admission("file:keys/kunming.pem").check(KUNMING, CONTENT, signed(sender), NOW))
                .isEqualTo(new Admission.Ruling(List.of(), Optional.of(sender.certificate())));
    }

    @Test
    void oneSecondAfterItsEndItIsRefusedWithWhatWouldHelp() {
        var sender = sender("kunming", Algorithm.SM2);

        assertThat(refusal(admission("file:keys/kunming.pem"), signed(sender), END))
                .isEmpty();
        assertThat(refusal(admission("file:keys/kunming.pem"), signed(sender), END.plusMillis(1)))
                .hasValueSatisfying(finding -> {
                    assertThat(finding.rule()).isEqualTo("S-CERTIFICATE");
                    assertThat(finding.clause()).contains("RFC 5280");
                    assertThat(finding.message().en())
                            .isEqualTo(
                                    "the certificate had expired by that moment; expected until 2023-07-04T08:02:00Z,"
                                            + " found 2023-07-04T08:02:00.001Z. Sign with a certificate that is valid and have"
                                            + " the office register it");
                    assertThat(finding.message().zh()).contains("已过期", "登记新证书");
                });
    }

    @Test
    void aRevocationCountsFromTheVeryNextDeliveryAndFromItsOwnMomentOn() {
        var sender = sender("kunming", Algorithm.SM2);
        var admission = admission("file:keys/kunming.pem");
        assertThat(refusal(admission, signed(sender), NOW)).isEmpty();

        authority.revoke(sender.certificate(), new Revocation(NOW.plusSeconds(30), RevocationReason.KEY_COMPROMISE));

        assertThat(refusal(admission, signed(sender), NOW.plusSeconds(29))).isEmpty();
        assertThat(refusal(admission, signed(sender), NOW.plusSeconds(30)))
                .hasValueSatisfying(finding -> assertThat(finding.message().en())
                        .contains("revoked since 2023-07-04T08:00:30Z (key-compromise)", "Get a new certificate"));
    }

    @Test
    void whereAuthoritiesAreNamedTheCertificateMustBeOfOneOfThem() throws IOException {
        var others = authority("others");
        var stranger = others.issue(order("stranger", Algorithm.SM2));
        Files.writeString(folder.resolve("keys/stranger.pem"), stranger.pem());
        var admission = admission("file:keys/stranger.pem");
        assertThat(refusal(admission, signed(stranger), NOW))
                .as("pinned is enough")
                .isEmpty();

        Files.createDirectories(folder.resolve("keys/trust"));
        Files.writeString(
                folder.resolve("keys/trust/approved.pem"),
                authority("third").root().pem());
        assertThat(refusal(admission, signed(stranger), NOW))
                .hasValueSatisfying(finding ->
                        assertThat(finding.message().en()).startsWith("no trusted authority issued the certificate"));

        Files.writeString(folder.resolve("keys/trust/others.pem"), others.root().pem());
        assertThat(refusal(admission, signed(stranger), NOW)).isEmpty();
    }

    @Test
    void anotherCertificateOfTheSameAuthorityIsNotTheRegisteredOne() {
        sender("kunming", Algorithm.SM2);
        var neighbour = sender("yuxi", Algorithm.SM2);

        assertThat(refusal(admission("file:keys/kunming.pem"), signed(neighbour), NOW))
                .hasValueSatisfying(finding -> assertThat(finding.rule()).isEqualTo("S-SIGNATURE"));
    }

    @Test
    void whileASenderChangesOverBothItsCertificatesCount() {
        var old = sender("kunming", Algorithm.SM2);
        var next = sender("kunming-next", Algorithm.RSA);
        var admission = admission("[file:keys/kunming.pem, file:keys/kunming-next.pem]");

        assertThat(admission.check(KUNMING, CONTENT, signed(old), NOW).signer()).contains(old.certificate());
        assertThat(admission.check(KUNMING, CONTENT, signed(next), NOW).signer())
                .contains(next.certificate());
        assertThat(refusal(admission, signed(sender("yuxi", Algorithm.SM2)), NOW))
                .isPresent();
    }

    @Test
    void theGatewaysOwnCertificateDoesNotSignForASender() {
        assertThat(refusal(admission("file:keys/signer.pem"), signed(authority.gateway()), NOW))
                .hasValueSatisfying(
                        finding -> assertThat(finding.message().en()).contains("not for this use"));
    }

    @Test
    void aCertificateMayStandInTheEnvironment() {
        var sender = sender("kunming", Algorithm.SM2);
        var admission =
                admission("env:KUNMING_CERTIFICATE", sender.certificate().pem());

        assertThat(refusal(admission, signed(sender), NOW)).isEmpty();
    }

    @Test
    void aRegisteredCertificateThatIsGoneIsSaidToBeOursToMend() {
        assertThat(refusal(admission("file:keys/absent.pem"), signed(sender("kunming", Algorithm.SM2)), NOW))
                .hasValueSatisfying(
                        finding -> assertThat(finding.message().en()).contains("file:keys/absent.pem"));
    }

    /** Without a certificate authority of any kind: what a sender makes with openssl alone. */
    @ParameterizedTest
    @ValueSource(strings = {"rsa:2048", "ec -pkeyopt ec_paramgen_curve:P-256"})
    void whatOpensslSignsIsTaken(String kind) throws Exception {
        run("openssl req -x509 -newkey %s -nodes -subj /CN=kunming -days 2 -keyout k.pem -out kunming.pem"
                .formatted(kind));
        Files.write(folder.resolve("return.json"), CONTENT);
        run(
                "openssl cms -sign -binary -md sha256 -in return.json -signer kunming.pem -inkey k.pem -outform DER -out s.p7s");
        var certificate = SigningCertificate.read(folder.resolve("kunming.pem"));
        var admission = admission("file:kunming.pem");
        var signature = Optional.of(Files.readAllBytes(folder.resolve("s.p7s")));

        assertThat(admission.check(KUNMING, CONTENT, signature, certificate.notBefore()))
                .isEqualTo(new Admission.Ruling(List.of(), Optional.of(certificate)));
        assertThat(admission
                        .check(KUNMING, "{}".getBytes(UTF_8), signature, certificate.notBefore())
                        .findings())
                .hasSize(1);
    }

    private static Optional<Finding> refusal(Admission admission, Optional<byte[]> signature, Instant at) {
        return admission.check(KUNMING, CONTENT, signature, at).findings().stream()
                .findFirst();
    }

    private static Optional<byte[]> signed(KeyRing sender) {
        return Optional.of(sender.signer().signDetached(CONTENT));
    }

    private KeyRing sender(String name, Algorithm algorithm) {
        return authority.issue(order(name, algorithm));
    }

    private static KeyOrder order(String name, Algorithm algorithm) {
        return new KeyOrder(name, "昆明", Use.SENDER, algorithm, new Validity(NOW, END));
    }

    private DevelopmentAuthority authority(String name) {
        return DevelopmentAuthority.create(folder.resolve(name), Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());
    }

    private Admission admission(String signer) {
        return admission(signer, "");
    }

    private Admission admission(String signer, String environment) {
        try {
            var home = Files.createDirectories(folder.resolve("home"));
            var source = Files.createDirectories(home.resolve("mappings/kunming"));
            Files.createDirectories(home.resolve("schemas"));
            Files.write(
                    home.resolve("schemas/source.schema.json"),
                    Files.readAllBytes(Path.of("schemas/source.schema.json")));
            Files.writeString(source.resolve("source.yaml"), """
                    source: kunming
                    title: {zh: 昆明, en: Kunming}
                    senders: ["530100"]
                    door: {kind: http-push}
                    datasets: {monthly-return: {mapping: monthly-return.yaml}}
                    signature: required
                    signer: %s
                    contact: 就业科
                    """.formatted(signer));
            return new Admission(
                    SourceRegister.open(home),
                    new SignerCertificates(new Secrets(name -> environment, folder)),
                    TrustFolder.open(folder.resolve("keys"), folder.resolve("keys/trust")));
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    private void run(String command) throws InterruptedException, IOException {
        try {
            var process = new ProcessBuilder(command.split(" "))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        } catch (IOException absent) {
            assumeTrue(false, "openssl is absent");
        }
    }
}
