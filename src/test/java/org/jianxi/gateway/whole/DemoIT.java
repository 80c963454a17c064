package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jianxi.gateway.database.SuiteOutput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code ./jianxi demo --once}: the whole month in a process of its own, judged by what it leaves behind (contract §1). */
class DemoIT {

    private static final Path SCRIPT = Path.of("src/test/resources/tools/verify-cms-sm2.sh");
    private static final int SENDERS = 17;

    @TempDir
    private static Path folder;

    private static Path home;
    private static Path out;
    private static JavaRun.Ended demo;

    @BeforeAll
    static void play() throws Exception {
        home = JavaRun.homeIn(folder);
        out = folder.resolve("out");
        demo = JavaRun.run(home, folder, 300, List.of("demo", "--once", "--port", "0", "--out", out.toString()));
    }

    @AfterAll
    static void keepForTheLastLook() throws IOException {
        SuiteOutput.keepDatabases(home.resolve("var/demo/var/postgres"), "demo");
        SuiteOutput.keepFile(Files.writeString(folder.resolve("demo.log"), demo.out() + demo.err()), "demo");
        for (var kind : List.of(".json", ".p7s", ".xlsx", ".zip")) {
            for (var file : files("", kind)) {
                SuiteOutput.keepFile(file, "demo");
            }
        }
    }

    @Test
    void itEndsFiledAndAcknowledgedWithEveryPromisedFile() throws Exception {
        assertThat(demo.code()).as(demo.out() + demo.err()).isZero();
        assertThat(demo.out()).as("a key for nobody").doesNotContain("sandbox for pushing developers");
        assertThat(out).isDirectoryContaining("glob:**/return.xlsx").isDirectoryContaining("glob:**/signer.pem");
        assertThat(json("acknowledgement.json").path("acknowledgementId").asString(""))
                .isNotBlank();
        assertThat(demo.out())
                .contains(json("acknowledgement.json").path("acknowledgementId").asString(""));
        assertThat(files("submissions", ".json")).hasSize(SENDERS);
        assertThat(files("receipts", ".p7s")).hasSize(SENDERS);
        assertThat(files("receipts", ".json")).hasSize(SENDERS);
    }

    @Test
    void theTraineesAreComparedWithThreeRegistriesAndAnOfficerConfirmsTheMarks() {
        assertThat(demo.out())
                .contains("pushed 12 trainees → 201")
                .contains("compared with low-income: finished {\"HIT\":2,\"MISS\":9,\"NAME_MISMATCH\":1}")
                .contains("compared with disability: finished {\"HIT\":1,\"MISS\":11}")
                .contains("compared with lifted-from-poverty: finished {\"HIT\":1,\"MISS\":11}")
                .contains("marks confirmed by an officer: 4")
                .doesNotContain("示某");
    }

    @Test
    void unitsAndPostsStandOnFivePlatformsAndOneIsWithdrawnEverywhere() {
        assertThat(demo.out())
                .contains("pushed units and posts → 201 201")
                .contains("published on 5 platforms")
                .contains("one unit was withdrawn → 201")
                .contains("withdrawn on 5 platforms, each under a number of its own");
    }

    @Test
    void theRollUpOfWhatWasAcceptedIsWhatWasFiled() throws Exception {
        var arguments = new ArrayList<>(List.of("rollup", "--period", "2023-06", "--json"));
        files("submissions", ".json").forEach(file -> arguments.add(file.toString()));

        var rollup = JavaRun.run(home, folder, 60, arguments);

        assertThat(rollup.code()).as(rollup.err()).isZero();
        var offline = Wire.json(rollup.out().getBytes(StandardCharsets.UTF_8));
        assertThat(offline.path("indicators")).isEqualTo(json("return.json").path("indicators"));
        assertThat(offline.path("gaps").size()).isZero();
    }

    @Test
    void theBundleVerifiesFromItselfAndTheRootAlone() throws Exception {
        var verify = verify(out.resolve("bundle.zip"));

        assertThat(verify.code()).as(verify.out() + verify.err()).isZero();
        var verdict = Wire.json(verify.out().getBytes(StandardCharsets.UTF_8));
        assertThat(verdict.path("verdict").asString("")).isEqualTo("genuine");
        assertThat(verdict.path("checked").path("cells").asInt(0)).isEqualTo((SENDERS + 1) * 14);
        assertThat(verdict.path("failure").isNull()).isTrue();
    }

    @Test
    void theLastCheckpointAndTheBundlesAreTimestamped() throws Exception {
        assertThat(demo.out())
                .containsPattern("checkpoint \\d+ timestamped at 2023-07-\\d\\dT.* by .*Timestamp sandbox");
        try (var bundle = new ZipFile(out.resolve("bundle.zip").toFile())) {
            assertThat(bundle.getEntry("ledger/checkpoint.tst")).isNotNull();
        }
    }

    @Test
    void aBundleWithOneOtherByteIsRefused() throws Exception {
        var bytes = Files.readAllBytes(out.resolve("bundle.zip"));
        bytes[bytes.length / 2] ^= 1;
        var changed = Files.write(folder.resolve("changed.zip"), bytes);

        var verify = verify(changed);

        assertThat(verify.code()).isEqualTo(1);
        var failure = Wire.json(verify.out().getBytes(StandardCharsets.UTF_8)).path("failure");
        assertThat(failure.path("refusal").asString("")).isEqualTo("container-differs");
        assertThat(failure.path("file").asString("")).isNotBlank();
    }

    @Test
    void theReceiptsTellOneStoryWithTheBundle() throws Exception {
        var arguments = new ArrayList<>(List.of(
                "receipts",
                "--root",
                out.resolve("root.pem").toString(),
                "--against",
                out.resolve("bundle.zip").toString()));
        files("receipts", ".p7s").forEach(file -> arguments.add(file.toString()));

        var receipts = JavaRun.run(home, folder, 60, arguments);

        assertThat(receipts.code()).as(receipts.out() + receipts.err()).isZero();
    }

    private static JavaRun.Ended verify(Path bundle) throws Exception {
        return JavaRun.run(
                home,
                folder,
                60,
                List.of(
                        "verify",
                        bundle.toString(),
                        "--root",
                        out.resolve("root.pem").toString(),
                        "--json"));
    }

    @Test
    void everyReceiptVerifiesWithOpenSslAlone() throws Exception {
        Openssl.isHere();
        for (var signature : files("receipts", ".p7s")) {
            var content = Path.of(signature.toString().replace(".p7s", ".json"));
            assertThat(Openssl.verifies(SCRIPT, signature, content, out.resolve("signer.pem")))
                    .as(signature.toString())
                    .isTrue();
        }
    }

    private static JsonNode json(String name) throws IOException {
        return Wire.json(Files.readAllBytes(out.resolve(name)));
    }

    private static List<Path> files(String name, String ending) throws IOException {
        try (Stream<Path> files = Files.list(out.resolve(name))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
