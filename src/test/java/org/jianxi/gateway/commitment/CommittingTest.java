package org.jianxi.gateway.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.commitment.Committing.Committed;
import org.jianxi.gateway.derivation.Definitions;
import org.jianxi.gateway.derivation.Derivation;
import org.jianxi.gateway.derivation.Derived;
import org.jianxi.gateway.derivation.MadeUpProvince;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.evidence.RecordProofVerifier;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.SaltedLeaf;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves a prefecture with its figures, and what can be shown of it afterwards. */
class CommittingTest {

    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final Datasets DATASETS = Datasets.load(HOME);
    private static final Definitions DEFINITIONS =
            Definitions.load(HOME, DATASETS, "MOHRSS-2023").orElseThrow();
    private static final Sender KUNMING = new Sender("530100");
    private static final Period JUNE = Period.of("2023-06");
    private static final Digest ANY = Sm3.of(new byte[1]);

    /** A made-up province of these many placements, counted for June. */
    private record Month(Path folder, RestedOn rested, Derived derived, Secret secret) {

        static Month of(long seed, int placements) {
            try {
                var folder = Files.createTempDirectory("commitment");
                MadeUpProvince.write(folder, seed, placements);
                return counted(
                        folder, new Secret(Sm3.of(new byte[] {(byte) seed}).bytes()));
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        }

        static Month counted(Path folder, Secret secret) {
            var rested = new RestedOn();
            var figures = new HashSet<Integer>();
            DEFINITIONS.figures().forEach(figure -> figures.add(figure.indicator()));
            var derived = new Derivation(DEFINITIONS, DATASETS, KUNMING, JUNE, figures).of(folder, rested);
            return new Month(folder, rested, derived, secret);
        }

        Committed commit(Optional<String> wanted) {
            return new Committing(KUNMING, JUNE, "MOHRSS-2023", ANY, secret)
                    .of(folder, DATASETS, rested, derived, wanted);
        }

        Digest digest() {
            return commit(Optional.empty()).commitment().digest();
        }

        byte[] proof(String path) {
            var opened = commit(Optional.of(path)).proof().orElseThrow();
            return CanonicalBytes.text(opened.tree()).getBytes(StandardCharsets.UTF_8);
        }

        /** What the figures were traced to, as the leaves name it. */
        List<String> paths() {
            var paths = new ArrayList<String>();
            derived.figures()
                    .forEach(figure -> figure.records().forEach(record -> {
                        var parts = record.split("\\.csv:");
                        var path = "/%s/%d".formatted(parts[0], Long.parseLong(parts[1]) - 1);
                        if (figure.amount().isPresent() && !paths.contains(path)) {
                            paths.add(path);
                        }
                    }));
            return paths;
        }
    }

    @Property(tries = 12)
    void everyRecordBehindAFigureIsShownToHaveBeenCounted(@ForAll @IntRange(min = 1, max = 999) int seed) {
        var month = Month.of(seed, 3 + seed % 40);
        var filed = month.digest();

        for (var path : month.paths()) {
            var verdict = new RecordProofVerifier(filed).verify("proof.json", month.proof(path));
            assertThat(verdict.failure()).as(path).isEmpty();
            assertThat(verdict.proofs()).isEqualTo(1);
        }
    }

    @Property(tries = 60)
    void aProofOfWhichAnythingWasAlteredIsRefused(@ForAll long seed) {
        var month = MONTH;
        var random = new Random(seed);
        var paths = month.paths();
        var proof = month.proof(paths.get(random.nextInt(paths.size())));
        var at = random.nextInt(proof.length);
        proof[at] = (byte) (proof[at] == '0' ? '1' : '0');

        assertThat(new RecordProofVerifier(month.digest())
                        .verify("proof.json", proof)
                        .isGenuine())
                .isFalse();
    }

    private static final Month MONTH = Month.of(7, 40);

    @Test
    void aProofShowsNothingAgainstAnotherCommitment() {
        var other = new Month(MONTH.folder(), MONTH.rested(), MONTH.derived(), new Secret(ANY.bytes()));
        var proof = MONTH.proof(MONTH.paths().getFirst());

        assertThat(other.digest()).isNotEqualTo(MONTH.digest());
        assertThat(new RecordProofVerifier(other.digest())
                        .verify("proof.json", proof)
                        .failure())
                .hasValueSatisfying(
                        failure -> assertThat(failure.reason().wireName()).isEqualTo("digest-differs"));
    }

    @Test
    void aRecordOfWhichOneFieldWasAlteredMakesAnotherCommitment(@TempDir Path folder) throws IOException {
        small(folder, "530102199003077751");
        var before = Month.counted(folder, MONTH.secret()).digest();
        assertThat(Month.counted(folder, MONTH.secret()).digest())
                .as("the same again")
                .isEqualTo(before);

        small(folder, "53010219900307777X");

        assertThat(Month.counted(folder, MONTH.secret()).digest()).isNotEqualTo(before);
    }

    /** Whoever has the commitment, the proof of one record and all possible identity numbers still does not find the number. */
    @Test
    void whatIsHandedOutHoldsOneRecordAndLetsNoOtherBeGuessed(@TempDir Path folder) throws IOException {
        small(folder, "530102199003077751");
        var month = Month.counted(folder, MONTH.secret());
        var opened = month.commit(Optional.of("/placements/1")).proof().orElseThrow();
        var hidden = month.commit(Optional.of("/trainees/1")).proof().orElseThrow();
        var told = CanonicalBytes.text(opened.tree());

        assertThat(opened.leaf().value()).contains("\"figures\":[6,", "\"placementId\":\"L1\"");
        assertThat(hidden.leaf().value()).contains("530102199003077751", "\"figures\":[7]");
        assertThat(told).doesNotContain("530102199003077751", hidden.leaf().salt());
        for (var salt : List.of(opened.leaf().salt(), "0".repeat(32))) {
            var guess = new SaltedLeaf("/trainees/1", hidden.leaf().value(), salt);
            assertThat(opened.inclusion().path())
                    .noneMatch(hash -> Digest.of(hash).matches(guess.hash()));
        }
    }

    @Test
    void whatNoFigureRestsOnIsNotAmongTheLeaves(@TempDir Path folder) throws IOException {
        small(folder, "530102199003077751");
        var committed = Month.counted(folder, MONTH.secret()).commit(Optional.of("/placements/2"));

        assertThat(committed.proof()).as("a cancelled placement").isEmpty();
        assertThat(committed.commitment().records())
                .as("unit, placement, trainee")
                .isEqualTo(3);
    }

    @Test
    void theSecretIsItsOwnersAlone(@TempDir Path folder) throws IOException {
        var file = folder.resolve("commitment.salt");
        var made = Secret.in(file, new SecureRandom());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Secret.in(file, new SecureRandom()).key()).isEqualTo(made.key());
        assertThat(made.toString()).doesNotContain(Files.readString(file).strip());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Secret.read(file))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("chmod 600");
    }

    private static void small(Path folder, String idNumber) throws IOException {
        Files.writeString(folder.resolve("units.csv"), """
                unitId,reportingOffice,recognisedOn,withdrawnOn,recognitionValidTo
                U1,530100,2023-05-01,,
                """);
        Files.writeString(folder.resolve("trainees.csv"), """
                traineeId,idNumber,category
                T1,%s,01
                T2,%s,01
                """.formatted(idNumber, idNumber));
        Files.writeString(folder.resolve("placements.csv"), """
                placementId,unitId,traineeId,startOn,actualEndOn,endKind,outcome,status
                L1,U1,T1,2023-06-01,,,,IN_POST
                L2,U1,T2,2023-06-01,,,,CANCELLED
                """);
    }
}
