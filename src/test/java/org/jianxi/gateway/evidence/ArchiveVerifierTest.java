package org.jianxi.gateway.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.evidence.YearArchive.Documents;
import org.jianxi.gateway.flow.FiledMonth;
import org.jianxi.gateway.flow.RereadingByMapping;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year's archive verifies with the root alone, and the bundles in it with it. */
class ArchiveVerifierTest {

    @TempDir
    private static Path folder;

    private static FiledMonth month;
    private static byte[] archive;

    @BeforeAll
    static void aYearIsKept() {
        month = FiledMonth.in(folder.resolve("month"));
        archive = KeptYear.of(month).bytes();
    }

    @Test
    void theArchiveAndTheBundlesInItAreGenuine() {
        var bundle = verifier().verify(month.bundle());

        var verdict = verifier().verify(archive);

        assertThat(verdict.failure()).isEmpty();
        assertThat(verdict.signatures()).as("one more, its own").isEqualTo(bundle.signatures() + 1);
        assertThat(verdict.cells()).isEqualTo(bundle.cells()).isPositive();
    }

    @Test
    void whatIsNoArchiveIsVerifiedAsABundle() {
        assertThat(verifier().verify(month.bundle()).isGenuine()).isTrue();
        assertThat(verifier().verify(new byte[] {1, 2, 3}).failure())
                .hasValueSatisfying(failure -> assertThat(failure.reason()).isEqualTo(Reason.NOT_A_BUNDLE));
    }

    @Test
    void aChangedByteOfABundleInItIsNamedWithItsPlace() {
        var documents = new Documents();
        var bundle = month.bundle();
        bundle[bundle.length / 2] ^= 1;
        documents.put(YearArchive.path("2023-06", 1, "bundle.asice"), "evidence", bundle);
        var year = KeptYear.of(month).archive();
        var signedOver = new YearArchive(2023, year.madeAt(), false, documents.all(), List.of());

        var verdict = verifier().verify(new KeptYear(signedOver, month).bytes());

        assertThat(verdict.failure())
                .as("our signature over it makes it no better")
                .hasValueSatisfying(failure -> assertThat(failure.file()).startsWith("months/2023-06/1/bundle.asice!"));
    }

    @Test
    void aYearThatNoVerifierWouldReadIsRefusedBeforeItIsHeld() {
        var documents = new Documents(10);
        documents.put("months/2023-01/1/bundle.asice", "evidence", new byte[7]);

        assertThatThrownBy(() -> documents.put("months/2023-02/1/bundle.asice", "evidence", new byte[4]))
                .isInstanceOfSatisfying(
                        ArchiveTooLarge.class,
                        larger -> assertThat(larger.most()).isEqualTo(10));
        assertThat(documents.all()).hasSize(1);
    }

    private static ArchiveVerifier verifier() {
        return new ArchiveVerifier(List.of(month.root()), List.of(), new RereadingByMapping());
    }
}
