package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.canonical.MediaType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/pushing.md} tells a developer to save and run does what the page says, signing included. */
class PushingSnippetsIT {

    private static final Path PAGE = Path.of("docs/pushing.md");
    private static final Path SAMPLES = Path.of("mappings").toAbsolutePath();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static Wire wire;
    private static Snippets snippets;
    private static Path certificates;
    private static String kunming;
    private static String provincial;
    private static String honghe;
    private static String official;

    @BeforeAll
    static void aGatewayThatKnowsTheSendersCertificates() throws Exception {
        for (var program : List.of("curl", "openssl", "sh", "base64")) {
            isHere(program, program.equals("openssl") ? "version" : "--version");
        }
        snippets = Snippets.of(PAGE);
        certificates = Files.createDirectories(folder.resolve("certificates"));
        snippets.saveIn(certificates);
        var made = Snippets.run(certificates, Map.of(), "sh", "-e", "make-keys.sh");
        assertThat(made.code()).as(made.text()).isZero();
        gateway = GatewayProcess.in(folder);
        register("kunming", "optional");
        register("provincial", "required");
        var keys = new Keys(gateway.var());
        kunming = keys.sender("kunming", "530100");
        provincial = keys.sender("provincial", "539900");
        honghe = keys.sender("honghe", "532500");
        official = keys.sender("official", "530900");
        gateway.start();
        wire = new Wire(gateway.url());
    }

    @AfterAll
    static void stop() throws Exception {
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void bothLanguagesOfThePageHaveTheSamePrograms() throws IOException {
        assertThat(Snippets.of(Path.of("docs/pushing.zh-CN.md")).byName()).isEqualTo(snippets.byName());
        assertThat(snippets.byName()).containsKeys("push.sh", "Push.java", "Sign.java", "push.py");
    }

    @Test
    void theFinishedExampleIsAcceptedAndItsReceiptVerifies() throws Exception {
        var desk = desk("example", 11);

        var pushed = run(desk, kunming, "sh", "push.sh");
        assertThat(pushed.firstLine()).as(pushed.text()).isIn("201", "200");
        assertThat(pushed.text()).contains("\"verdict\":\"accepted\"");

        isHere("python3", "--version");
        var receipt = run(desk, kunming, "sh", "receipt.sh");
        assertThat(receipt.text()).contains("signer.pem: OK", "the receipt is genuine");
        assertThat(receipt.text())
                .as("the digest in the receipt is the file's")
                .contains(receipt.lastLine() + " *return.json");
    }

    @Test
    void theFindingsOfAWrongReturnComeAsATableAndTheirRuleIsExplained() throws Exception {
        var desk = desk("findings", 12);
        run(desk, kunming, "sh", "push.sh");

        var findings = run(desk, kunming, "sh", "findings.sh");

        assertThat(findings.firstLine()).isEqualTo("422");
        assertThat(findings.text()).contains("\"L-8\",\"error\",\"8\",\"/indicators/8\"", "\"relation\":\"8≥9+11\"");
    }

    @Test
    void aWrongWorkbookComesBackMarked() throws Exception {
        var desk = desk("checked", 17);
        var wrong =
                SAMPLES.resolve("official/samples/2023-06-diqing-wrong.in.xlsx").toString();

        assertThat(run(desk, official, "sh", "checked.sh", wrong).firstLine()).isEqualTo("422");
        try (var workbook = new XSSFWorkbook(Files.newInputStream(desk.resolve("checked.xlsx")))) {
            assertThat(workbook.getSheet("汇总表").getCellComments()).isNotEmpty();
            assertThat(workbook.getSheet("检查结果")).isNotNull();
        }
    }

    @Test
    void whoeverDoesNotWaitAsksForTheVerdict() throws Exception {
        var desk = desk("later", 16);
        run(desk, kunming, "sh", "push.sh");
        Files.write(desk.resolve("other.json"), June.of("530100", 41));

        var later = run(desk, kunming, "sh", "later.sh", "other.json", "application/json");

        assertThat(later.text()).contains("\"state\":\"accepted\"", "\"receipt\":{");
    }

    @Test
    void everyFormatIsTriedAndThenTaken() throws Exception {
        var desk = desk("formats", 13);
        var xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        formats(desk, honghe, SAMPLES.resolve("honghe/samples/2023-06-honghe.in.csv"), "text/csv");
        formats(desk, official, SAMPLES.resolve("official/samples/2023-06-lincang.in.xlsx"), xlsx);
        formats(desk, kunming, desk.resolve("return.json"), "application/json");
        var unsigned = SAMPLES.resolve("provincial/samples/2023-06.in.xml").toString();
        assertThat(run(desk, provincial, "sh", "push-file.sh", unsigned, "application/xml")
                        .firstLine())
                .isEqualTo("422");
        assertThat(Files.readString(desk.resolve("answer.json"))).contains("S-SIGNATURE");
    }

    @Test
    void openSslSignsWhatTheGatewayVerifies() throws Exception {
        var desk = desk("openssl", 14);

        assertThat(run(desk, kunming, "sh", "push-signed.sh").firstLine()).isEqualTo("201");
        assertThat(Files.readString(desk.resolve("answer.json"))).containsPattern("\"signer\":\"[0-9a-f]{64}\"");
        var signature = Base64.getEncoder().encodeToString(Files.readAllBytes(desk.resolve("return.p7s")));
        var other = wire.push(kunming, MediaType.JSON, June.of("530100", 99), "Signature-CMS", signature);
        assertThat(Problem.rulesOf(other, 422)).containsExactly("S-SIGNATURE");
    }

    @Test
    void javaPushesPlainlyAndSignedWithSm2AndRsa() throws Exception {
        var desk = desk("java", 15);
        assertThat(Snippets.compile(desk.resolve("Push.java"), "--release", "8"))
                .isEmpty();
        assertThat(Snippets.compile(desk.resolve("Sign.java"), "-cp", bouncyCastle()))
                .isEmpty();

        var plain = run(desk, kunming, JAVA, "-cp", ".", "Push", "return.json", "application/json");
        assertThat(plain.firstLine()).as(plain.text()).isEqualTo("201");
        for (var algorithm : List.of("sm2", "rsa")) {
            Files.write(desk.resolve("return.json"), June.of("530100", algorithm.equals("sm2") ? 31 : 32));
            var signature = run(
                    desk,
                    "",
                    JAVA,
                    "-cp",
                    "." + File.pathSeparator + bouncyCastle(),
                    "Sign",
                    "return.json",
                    algorithm + "-key.pem",
                    algorithm + "-cert.pem",
                    algorithm);
            assertThat(signature.code()).as(signature.text()).isZero();
            Files.writeString(desk.resolve("signature"), signature.text());
            var signed = run(desk, kunming, JAVA, "-cp", ".", "Push", "return.json", "application/json", "signature");
            assertThat(signed.firstLine()).as(algorithm + signed.text()).isEqualTo("201");
            assertThat(signed.text()).as(algorithm).containsPattern("\"signer\":\"[0-9a-f]{64}\"");
        }
    }

    @Test
    void pythonPushesPlainlyAndSignedAndShowsFindings() throws Exception {
        isHere("python3", "--version");
        var desk = desk("python", 16);

        var plain = run(desk, kunming, "python3", "push.py", "return.json", "application/json");
        assertThat(plain.firstLine()).as(plain.text()).isEqualTo("201");
        Files.write(desk.resolve("return.json"), June.of("530100", 41));
        var signed = run(
                desk, kunming, "python3", "push.py", "return.json", "application/json", "rsa-cert.pem", "rsa-key.pem");
        assertThat(signed.firstLine()).as(signed.text()).isEqualTo("201");
        Files.writeString(
                desk.resolve("return.json"),
                new String(June.of("530100", 42), StandardCharsets.UTF_8).replace("\"8\":410", "\"8\":41"));
        var wrong = run(desk, kunming, "python3", "push.py", "return.json", "application/json");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.text()).startsWith("422").contains("L-8 {'indicator': 8", "应不小于");
    }

    private static void formats(Path desk, String key, Path file, String type) throws Exception {
        var tried = run(desk, key, "sh", "push-file.sh", file.toString(), type, "true");
        assertThat(tried.firstLine()).as(type).isEqualTo("200");
        assertThat(Files.readString(desk.resolve("answer.json"))).contains("\"dryRun\":true");
        var taken = run(desk, key, "sh", "push-file.sh", file.toString(), type);
        assertThat(taken.firstLine()).as(type).isEqualTo("201");
    }

    /** A folder with everything the page has its reader save, and a return that nobody else sends. */
    private static Path desk(String name, int fen) throws IOException {
        var desk = Files.createDirectories(folder.resolve(name));
        snippets.saveIn(desk);
        for (var file : List.of("rsa-key.pem", "rsa-cert.pem", "sm2-key.pem", "sm2-cert.pem")) {
            Files.copy(certificates.resolve(file), desk.resolve(file));
        }
        for (var file : List.of("root.pem", "signer.pem")) {
            Files.copy(gateway.var().resolve("keys").resolve(file), desk.resolve(file));
        }
        Files.copy(Path.of("src/test/resources/tools/verify-cms-sm2.sh"), desk.resolve("verify-cms-sm2.sh"));
        Files.write(desk.resolve("return.json"), June.of("530100", fen));
        return desk;
    }

    private static Snippets.Ended run(Path desk, String key, String... command) throws Exception {
        return Snippets.run(desk, Map.of("GATEWAY", gateway.url().toString(), "KEY", key), command);
    }

    private static void register(String source, String policy) throws IOException {
        var file = folder.resolve("home/mappings/" + source + "/source.yaml");
        Files.writeString(
                file,
                Files.readString(file) + "signature: " + policy + "\nsigner: ['file:"
                        + certificates.resolve("rsa-cert.pem") + "', 'file:" + certificates.resolve("sm2-cert.pem")
                        + "']\n");
    }

    private static String bouncyCastle() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> jar.contains("bouncycastle"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void isHere(String program, String option) throws InterruptedException {
        try {
            var asked = new ProcessBuilder(program, option)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            asked.waitFor();
        } catch (IOException absent) {
            assumeTrue(false, program + " is not on this machine");
        }
    }
}
