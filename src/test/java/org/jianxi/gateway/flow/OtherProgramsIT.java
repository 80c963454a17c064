package org.jianxi.gateway.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jianxi.gateway.flow.TestGateway.goodReturn;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.filing.FiledReturns;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What two programs that know nothing of us say of a receipt, a checkpoint and a filed return: OpenSSL, and the npm package
 * sm-crypto, which is installed under {@code target/}. Each is skipped, and says so, where it cannot be had.
 */
class OtherProgramsIT {

    private static final Period JUNE = Period.of("2023-06");
    private static final Path TOOLS = Path.of("src/test/resources/tools").toAbsolutePath();
    private static final Path NPM = Path.of("target/sm-crypto").toAbsolutePath();
    private static final String SM_CRYPTO = "sm-crypto@0.5.8";
    private static final int MINUTES = 3;

    @TempDir
    static Path folder;

    private static List<Signed> signed;

    /** Bytes of ours with their signature. */
    private record Signed(String name, byte[] content, byte[] cms) {}

    private record Ended(int code, String said) {}

    enum Program {
        OPENSSL,
        SM_CRYPTO
    }

    @BeforeAll
    static void aMonth() {
        var gateway = new TestGateway(folder);
        var accepted = (Outcome.Accepted) gateway.push("530100", goodReturn("530100", 3127));
        gateway.monthEnd.approve(
                JUNE, "officer-a", gateway.provincial.standing(JUNE).gaps());
        assertThat(gateway.monthEnd.file(JUNE, "officer-b")).isInstanceOf(Step.Done.class);
        var receipt = accepted.receipt();
        var checkpoint = gateway.ledger.checkpoints().upToDate(TestGateway.NOW).orElseThrow();
        var filed = new FiledReturns(gateway.jdbc).latest(JUNE).orElseThrow();
        signed = List.of(
                new Signed("receipt", receipt.content(), receipt.cms()),
                new Signed("checkpoint", checkpoint.content(), checkpoint.cms()),
                new Signed("return", filed.document(), filed.signature()));
    }

    @ParameterizedTest
    @EnumSource
    void acceptsEachOfOurSignatures(Program program) throws Exception {
        assumeTrue(isThere(program), program + " cannot be had here");
        for (var one : signed) {
            assertThat(verified(program, one))
                    .as(one.name())
                    .satisfies(
                            ended -> assertThat(ended.code()).as(ended.said()).isZero());
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesEachWithOneByteOfTheContentChanged(Program program) throws Exception {
        assumeTrue(isThere(program), program + " cannot be had here");
        for (var one : signed) {
            var content = one.content().clone();
            content[content.length / 2] ^= 1;
            assertThat(verified(program, new Signed(one.name(), content, one.cms()))
                            .code())
                    .as(one.name())
                    .isNotZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesEachWithTheLastByteOfTheSignatureChanged(Program program) throws Exception {
        assumeTrue(isThere(program), program + " cannot be had here");
        for (var one : signed) {
            var cms = one.cms().clone();
            cms[cms.length - 1] ^= 1;
            assertThat(verified(program, new Signed(one.name(), one.content(), cms)))
                    .as(one.name())
                    .satisfies(ended -> assertThat(ended.code()).isNotZero())
                    .satisfies(ended -> assertThat(ended.said()).containsAnyOf("Failure", "the signature is wrong"));
        }
    }

    @Test
    void theSignersCertificateLeadsToTheRootForOpensslToo() throws Exception {
        assumeTrue(isThere(Program.OPENSSL), "OpenSSL cannot be had here");
        assertThat(run(
                                "openssl",
                                "verify",
                                "-vfyopt",
                                "distid:1234567812345678",
                                "-CAfile",
                                key("root.pem"),
                                key("signer.pem"))
                        .code())
                .isZero();
    }

    private static Ended verified(Program program, Signed one) throws Exception {
        var cms = Files.write(folder.resolve("signed.p7s"), one.cms()).toString();
        var content = Files.write(folder.resolve("signed.bin"), one.content()).toString();
        return switch (program) {
            case OPENSSL -> run("bash", TOOLS.resolve("verify-cms-sm2.sh").toString(), cms, content, key("signer.pem"));
            case SM_CRYPTO ->
                run(
                        "node",
                        TOOLS.resolve("verify-cms-sm2.mjs").toString(),
                        NPM.toString(),
                        cms,
                        content,
                        key("signer.pem"));
        };
    }

    private static boolean isThere(Program program) throws Exception {
        return switch (program) {
            case OPENSSL -> runs("openssl", "version") && runs("python3", "--version");
            case SM_CRYPTO -> runs("node", "--version") && isInstalled();
        };
    }

    private static boolean isInstalled() throws Exception {
        if (Files.isDirectory(NPM.resolve("node_modules/sm-crypto"))) {
            return true;
        }
        Files.createDirectories(NPM);
        return runs(
                "npm",
                "install",
                "--prefix",
                NPM.toString(),
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--no-save",
                SM_CRYPTO);
    }

    private static boolean runs(String... command) throws Exception {
        try {
            return run(command).code() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static Ended run(String... command) throws IOException, InterruptedException {
        var said = Files.createTempFile(folder, "said", ".txt");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return new Ended(-1, "nothing within " + MINUTES + " minutes");
        }
        return new Ended(process.exitValue(), Files.readString(said, UTF_8));
    }

    private static String key(String name) {
        return folder.resolve("keys").resolve(name).toString();
    }
}
