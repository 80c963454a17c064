package org.jianxi.gateway.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jianxi.gateway.signing.RevocationList.Revocation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What another implementation says of our keys, certificates and signatures. Skipped without openssl 3 and python3. */
class OpenSslTest {

    private static final byte[] CONTENT = "{\"period\":\"2023-06\",\"sender\":\"530100\"}".getBytes(UTF_8);
    private static final Path SCRIPT = Path.of("src/test/resources/tools/verify-cms-sm2.sh");

    private record Ended(int code, String said) {}

    @TempDir
    Path folder;

    private DevelopmentAuthority authority;

    @BeforeEach
    void toolsAndKeys() throws Exception {
        assumeTrue(isThere("openssl", "version") && isThere("python3", "--version") && isThere("bash", "--version"));
        authority = TestKeys.authority(folder);
    }

    @Test
    void aSignatureWithItsContentVerifies() throws Exception {
        assertThat(verify(authority.gateway().signer().sign(CONTENT), CONTENT).code())
                .isZero();
    }

    @Test
    void aSignatureBesideItsContentVerifies() throws Exception {
        assertThat(verify(authority.gateway().signer().signDetached(CONTENT), CONTENT)
                        .code())
                .isZero();
    }

    @Test
    void anotherContentDoesNot() throws Exception {
        var other = "{\"period\":\"2023-06\",\"sender\":\"530300\"}".getBytes(UTF_8);

        assertThat(verify(authority.gateway().signer().sign(CONTENT), other).code())
                .isNotZero();
    }

    @Test
    void anotherSignersSignatureDoesNot() throws Exception {
        var stranger = authority.issue("530100", "昆明市").signer();

        assertThat(verify(stranger.sign(CONTENT), CONTENT).code()).isNotZero();
    }

    @Test
    void theSignersCertificateLeadsToTheRoot() throws Exception {
        var keys = authority.folder();
        assertThat(run(
                        "openssl",
                        "verify",
                        "-vfyopt",
                        "distid:1234567812345678",
                        "-CAfile",
                        keys.resolve("root.pem").toString(),
                        keys.resolve("signer.pem").toString()))
                .isEqualTo(new Ended(0, keys.resolve("signer.pem") + ": OK\n"));
    }

    @Test
    void theKeyStoreOpensWithItsPasswordFile() throws Exception {
        var keys = authority.folder();
        var ended = run(
                "openssl",
                "pkcs12",
                "-in",
                keys.resolve("gateway.p12").toString(),
                "-passin",
                "file:" + keys.resolve("password"),
                "-nodes");

        assertThat(ended.code()).isZero();
        assertThat(ended.said()).contains("BEGIN PRIVATE KEY", "CN = Jianxi Gateway", "CN = Jianxi development root");
    }

    /** Senders without an SM2 certificate sign with what openssl makes by itself. */
    @ParameterizedTest
    @CsvSource({"rsa:2048,", "ec,ec_paramgen_curve:P-256"})
    void anRsaOrEcdsaSignatureOfOpensslVerifiesHere(String kind, @Nullable String option) throws Exception {
        var key = folder.resolve("sender.key").toString();
        var pem = folder.resolve("sender.pem").toString();
        var cms = folder.resolve("sender.p7s");
        var content = Files.write(folder.resolve("return.json"), CONTENT);
        var made =
                new ArrayList<>(List.of("openssl", "req", "-x509", "-newkey", kind, "-nodes", "-subj", "/CN=sender"));
        made.addAll(option == null ? List.of() : List.of("-pkeyopt", option));
        made.addAll(List.of("-keyout", key, "-out", pem));
        assertThat(run(made.toArray(String[]::new)).code()).isZero();
        assertThat(run(
                                "openssl",
                                "cms",
                                "-sign",
                                "-binary",
                                "-md",
                                "sha256",
                                "-in",
                                content.toString(),
                                "-signer",
                                pem,
                                "-inkey",
                                key,
                                "-outform",
                                "DER",
                                "-out",
                                cms.toString())
                        .code())
                .isZero();

        var certificate = SigningCertificate.read(Path.of(pem));
        var verifier = new SealVerifier(certificate);
        var other = "{}".getBytes(UTF_8);
        assertThat(verifier.checkDetached(Files.readAllBytes(cms), CONTENT, certificate.notBefore())
                        .isGenuine())
                .isTrue();
        assertThat(verifier.checkDetached(Files.readAllBytes(cms), other, certificate.notBefore())
                        .isGenuine())
                .isFalse();
    }

    /** Another authority's stamp on an SM3 hash, signed with what openssl has by itself. */
    @Test
    void aTimestampOfOpensslsAuthorityVerifiesHere() throws Exception {
        var key = folder.resolve("tsa.key").toString();
        var pem = folder.resolve("tsa.pem").toString();
        assertThat(
                        run(("openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=tsa -addext extendedKeyUsage=critical,timeStamping"
                                                + " -addext keyUsage=critical,digitalSignature -keyout " + key
                                                + " -out " + pem)
                                        .split(" "))
                                .code())
                .isZero();
        var settings = Files.writeString(folder.resolve("tsa.cnf"), """
                [tsa]
                default_tsa = here
                [here]
                serial = %s
                default_policy = 1.2.3.4
                digests = sm3
                signer_digest = sha256
                ess_cert_id_alg = sha256
                """.formatted(folder.resolve("tsa.serial")));
        var request = TimestampRequest.over(CONTENT, new SecureRandom());
        var query = Files.write(folder.resolve("query.tsq"), request.der());
        var reply = folder.resolve("reply.tsr");
        var replied = run(("openssl ts -reply -config " + settings + " -queryfile " + query + " -signer " + pem
                        + " -inkey " + key + " -out " + reply)
                .split(" "));
        assertThat(replied.code()).as(replied.said()).isZero();

        var certificate = SigningCertificate.read(Path.of(pem));
        var verifier = new TimestampVerifier(certificate);
        var now = certificate.notBefore();
        var stamp = verifier.checkAnswer(Files.readAllBytes(reply), request, now);
        assertThat(stamp).isInstanceOf(Stamp.Genuine.class);
        var token = ((Stamp.Genuine) stamp).token();
        assertThat(verifier.check(token, CONTENT, now).isGenuine()).isTrue();
        assertThat(verifier.check(token, "{}".getBytes(UTF_8), now).isGenuine()).isFalse();
        assertThat(new TimestampVerifier(authority.root())
                        .check(token, CONTENT, now)
                        .isGenuine())
                .isFalse();
    }

    /** Our second signature is for those whose tools know nothing of SM2: the plain command takes it. */
    @ParameterizedTest
    @EnumSource(names = {"RSA", "ECDSA"})
    void ourSecondSignatureIsTakenByOpensslCmsAsItIs(Algorithm algorithm) throws Exception {
        var validity = Validity.from(Clock.systemUTC().instant(), Duration.ofDays(2));
        var signer = authority
                .issue(new KeyOrder("second", "Jianxi Gateway", Use.GATEWAY, algorithm, validity))
                .signer();
        var cms = Files.write(folder.resolve("second.p7s"), signer.signDetached(CONTENT));
        var content = Files.write(folder.resolve("return.xml"), CONTENT);
        var pem = authority.folder().resolve("second.pem").toString();

        assertThat(cmsVerify(cms, content, "-certfile", pem, "-noverify").code())
                .isZero();
        assertThat(cmsVerify(cms, content, "-CAfile", pem, "-partial_chain", "-purpose", "any")
                        .code())
                .isZero();
        Files.write(content, "{}".getBytes(UTF_8));
        assertThat(cmsVerify(cms, content, "-certfile", pem, "-noverify").code())
                .isNotZero();
    }

    @Test
    void theRevocationListIsTheRootsAndNamesWhatWasTakenBack() throws Exception {
        var certificate = authority.issue("530100", "昆明市").certificate();
        authority.revoke(certificate, new Revocation(TestKeys.NOW, RevocationReason.KEY_COMPROMISE));
        var list = authority.folder().resolve("root.crl").toString();
        var root = authority.folder().resolve("root.pem").toString();

        var shown = run("openssl", "crl", "-in", list, "-noout", "-text");
        assertThat(shown.code()).isZero();
        assertThat(shown.said().toUpperCase(Locale.ROOT))
                .contains(certificate.serialNumber().toString(16).toUpperCase(Locale.ROOT), "KEY COMPROMISE");
        assertThat(run(
                                "openssl",
                                "verify",
                                "-vfyopt",
                                "distid:1234567812345678",
                                "-CAfile",
                                root,
                                authority.folder().resolve("530100.pem").toString())
                        .code())
                .isZero();
    }

    private static Ended cmsVerify(Path cms, Path content, String... trust) throws Exception {
        var command = new ArrayList<>(List.of(
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                cms.toString(),
                "-content",
                content.toString(),
                "-out",
                "/dev/null"));
        command.addAll(List.of(trust));
        return run(command.toArray(String[]::new));
    }

    private Ended verify(byte[] cms, byte[] content) throws Exception {
        var signature = Files.write(folder.resolve("receipt.p7s"), cms);
        var signed = Files.write(folder.resolve("receipt.json"), content);
        return run(
                "bash",
                SCRIPT.toString(),
                signature.toString(),
                signed.toString(),
                authority.folder().resolve("signer.pem").toString());
    }

    private static Ended run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private static boolean isThere(String... command) throws InterruptedException {
        try {
            return run(command).code() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
