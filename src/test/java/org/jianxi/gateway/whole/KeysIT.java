package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.signing.Algorithm;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.KeyOrder;
import org.jianxi.gateway.signing.SealVerifier;
import org.jianxi.gateway.signing.Signer;
import org.jianxi.gateway.signing.SigningCertificate;
import org.jianxi.gateway.signing.Use;
import org.jianxi.gateway.signing.Validity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Keys while the gateway runs: a sender that signs, a second signature on what is filed, revocation, rotation. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeysIT {

    private static final String RETURN = "/api/v1/returns/2023-06";

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static DevelopmentAuthority authority;
    private static Wire wire;
    private static String kunming;
    private static String honghe;
    private static String officer;
    private static String filer;
    private static Signer sender;

    @BeforeAll
    static void aSenderThatSignsAndAGatewayThatSignsTwice() throws Exception {
        var secondStore = folder.resolve("var/keys/second.p12");
        gateway = GatewayProcess.in(
                folder,
                "-Djianxi.signing.second.key-store=" + secondStore,
                "-Djianxi.signing.second.password=file:keys/password");
        authority = DevelopmentAuthority.create(gateway.var().resolve("keys"), Clock.systemUTC(), new SecureRandom());
        authority.issue(order("second", Use.GATEWAY, Algorithm.RSA));
        sender = authority.issue(order("kunming", Use.SENDER, Algorithm.ECDSA)).signer();
        Files.writeString(
                folder.resolve("home/mappings/kunming/source.yaml"),
                "signature: required\nsigner: file:keys/kunming.pem\n",
                StandardOpenOption.APPEND);
        var keys = new Keys(gateway.var());
        kunming = keys.sender("kunming", "530100");
        honghe = keys.sender("honghe", "532300");
        officer = keys.office(Role.OFFICER);
        filer = keys.office(Role.FILER);
        gateway.start();
        wire = new Wire(gateway.url());
    }

    private static KeyOrder order(String name, Use use, Algorithm algorithm) {
        var validity = Validity.from(Clock.systemUTC().instant(), Duration.ofDays(20));
        return new KeyOrder(name, "for this test", use, algorithm, validity);
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @Test
    @Order(1)
    void aSignedReturnIsTakenAndAnUnsignedOneIsNot() throws Exception {
        assertThat(Problem.rulesOf(push(kunming, June.of("530100", 1)), 422)).contains("S-SIGNATURE");
        assertThat(signed(June.of("530100", 1)).statusCode()).isEqualTo(201);
    }

    @Test
    @Order(2)
    void theHealthAnswerNamesCertificatesNearTheirEnd() throws Exception {
        var health = Wire.json(new Wire(gateway.managementUrl()).get("/actuator/health", ""));

        assertThat(health.findValue("certificatesNearTheirEnd").toString())
                .contains("gateway, second", "kunming")
                .doesNotContain("Jianxi Gateway");
    }

    @Test
    @Order(3)
    void aFiledReturnCarriesBothOurSignatures() throws Exception {
        var gaps = Wire.json(wire.get(RETURN + "/pending", officer)).path("gaps");
        var named = JsonMapper.shared().createObjectNode().set("acceptGaps", gaps);
        assertThat(post("/approve", officer, named.toString()).statusCode()).isEqualTo(200);
        assertThat(post("/file", filer, "").statusCode()).isLessThan(300);
        var bundle = wire.get(RETURN + "/bundle", officer).body();
        var document = entry(bundle, "return/return.xml");
        var second = entry(bundle, "return/return.xml.second.p7s");
        var now = Clock.systemUTC().instant();

        assertThat(new SealVerifier(certificate("second"))
                        .checkOwnDetached(second, document, now)
                        .isGenuine())
                .isTrue();
        var file = Files.write(folder.resolve("bundle.zip"), bundle);
        var verified = JavaRun.run(
                folder.resolve("home"),
                folder,
                120,
                List.of(
                        "verify",
                        file.toString(),
                        "--root",
                        gateway.var().resolve("keys/root.pem").toString()));
        assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    }

    @Test
    @Order(4)
    void aRevokedSenderIsRefusedWithoutARestart() throws Exception {
        assertThat(keys("revoke", "kunming", "--reason", "key-compromise").code())
                .isZero();

        assertThat(Problem.rulesOf(signed(June.of("530100", 2)), 422)).containsExactly("S-CERTIFICATE");
    }

    /** Promise R7: what nobody would believe is not made, and what came is not taken. */
    @Test
    @Order(5)
    void withItsOwnKeyRevokedTheGatewayTakesNothingUntilItHasAnother() throws Exception {
        var before = certificate("signer");
        assertThat(keys("revoke", "gateway", "--reason", "key-compromise").code())
                .isZero();

        assertThat(push(honghe, June.of("532300", 1)).statusCode()).isEqualTo(503);
        assertThat(new Wire(gateway.managementUrl()).get("/actuator/health", "").statusCode())
                .isEqualTo(503);

        assertThat(keys("rotate", "gateway").code()).isZero();
        gateway.stop();
        gateway.start();
        var taken = push(honghe, June.of("532300", 1));
        assertThat(taken.statusCode()).isEqualTo(201);
        assertThat(Files.list(gateway.var().resolve("keys/own"))).hasSize(2);
        assertThat(certificate("signer")).isNotEqualTo(before);
    }

    private static JavaRun.Ended keys(String... words) throws Exception {
        var all = Stream.of(
                        Stream.of("keys"),
                        Stream.of(words),
                        Stream.of("--var", gateway.var().toString()))
                .flatMap(part -> part)
                .toList();
        return JavaRun.run(folder.resolve("home"), folder, 120, all);
    }

    private static SigningCertificate certificate(String name) {
        return SigningCertificate.read(gateway.var().resolve("keys/" + name + ".pem"));
    }

    private static HttpResponse<byte[]> push(String key, byte[] body) throws Exception {
        return wire.push(key, MediaType.JSON, body);
    }

    private static HttpResponse<byte[]> signed(byte[] body) throws Exception {
        var cms = Base64.getEncoder().encodeToString(sender.signDetached(body));
        return wire.push(kunming, MediaType.JSON, body, "Signature-CMS", cms);
    }

    private static HttpResponse<byte[]> post(String path, String key, String body) throws Exception {
        return wire.send(wire.request(RETURN + path, key, "Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static byte[] entry(byte[] zip, String name) throws Exception {
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return entries.readAllBytes();
                }
            }
        }
        throw new AssertionError("The bundle has no " + name);
    }
}
