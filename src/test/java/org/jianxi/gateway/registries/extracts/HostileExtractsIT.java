package org.jianxi.gateway.registries.extracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every workbook and table of the public corpora, where they lie beside this clone, as an extract: refused by a rule, and soon. */
class HostileExtractsIT {

    private static final Path CORPORA = Path.of(System.getProperty("jianxi.corpora", "../shared/corpora"));
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private ExtractFixture office;

    @BeforeEach
    void open() {
        assumeTrue(Files.isDirectory(CORPORA), "no corpora beside this clone");
        office = new ExtractFixture(folder);
    }

    @Test
    void everyWorkbookEndsInAClearRefusal() throws IOException {
        for (var file : below("xlsx")) {
            assertRefused(office.shipped("low-income"), file);
            assertRefused(office.shipped("disability"), file);
        }
    }

    @Test
    void everyTableEndsInAClearRefusal() throws IOException {
        for (var part : List.of("csv", "encoding", "strings")) {
            for (var file : below(part)) {
                assertRefused(office.shipped("lifted-from-poverty"), file);
            }
        }
    }

    private void assertRefused(RegistrySettings registry, Path file) throws IOException {
        var start = System.nanoTime();
        var outcome = office.office()
                .intake()
                .tryOut(
                        registry,
                        new BroughtExtract(file, Optional.of(LocalDate.of(2023, 7, 1)), "office", Optional.empty()));

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as(file.toString())
                .isLessThan(LONGEST);
        assertThat(outcome)
                .as(file.toString())
                .isInstanceOfSatisfying(
                        ExtractOutcome.Refused.class,
                        refused -> assertThat(refused.findings())
                                .singleElement()
                                .satisfies(finding -> assertThat(finding.rule()).startsWith("P-EXTRACT-")));
        try (var left = Files.list(office.snapshots().resolve(registry.name().value()))) {
            assertThat(left).isEmpty();
        } catch (NoSuchFileException neverMade) {
            assertThat(office.snapshots().resolve(registry.name().value())).doesNotExist();
        }
    }

    private static List<Path> below(String part) throws IOException {
        try (Stream<Path> files = Files.walk(CORPORA.resolve(part))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
