package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.mapping.table.Content;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every file of the public corpora, where they lie beside this clone, read as records. */
class HostileRecordsIT {

    private static final Path CORPORA = Path.of(System.getProperty("jianxi.corpora", "../shared/corpora"));
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @ParameterizedTest
    @CsvSource({
        "json, json, ''",
        "json, jsonl, ''",
        "json, json, 'records: /a/*'",
        "strings, json, ''",
        "csv, csv, 'header: {row: 1}'",
        "strings, csv, 'header: {row: 1}'",
        "xml, xml, 'records: /a/b'",
        "xml, xml, 'records: /foo'",
        "xlsx, xlsx, 'sheet: \"*\"\nheader: {row: 1}'"
    })
    void everyFileGivesRecordsOrAClearFindingInTime(String folder, String format, String where) throws IOException {
        assumeTrue(Files.isDirectory(CORPORA), "no corpora beside this clone");
        var table = format.equals("csv") || format.equals("xlsx");
        var mapping = LongRecords.mapping("source: test\ndataset: payments\nformat: %s\n%s\nfields:\n  batchNo: {%s}\n"
                .formatted(format, where, table ? "from: a" : format.equals("xml") ? "at: /@id" : "at: /a"));
        var files = 0;
        try (var found = Files.walk(CORPORA.resolve(folder))) {
            for (var file : found.filter(Files::isRegularFile).sorted().toList()) {
                assertClear(mapping, file);
                files++;
            }
        }
        assertThat(files).isPositive();
    }

    private static void assertClear(MappingFile mapping, Path file) {
        var heard = new Heard();
        var started = System.nanoTime();
        new RecordMapper()
                .map(
                        mapping,
                        new Content.InFile(file),
                        new MappingContext(mapping.mediaType(), Optional.empty(), Optional.empty(), Home.UNITS),
                        heard);
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .as(file.toString())
                .isLessThan(LONGEST);
        assertThat(heard.records + heard.findings.size()).as(file.toString()).isPositive();
        assertThat(heard.findings).as(file.toString()).allSatisfy(finding -> {
            assertThat(finding.message().zh()).isNotBlank();
            assertThat(finding.message().en()).isNotBlank();
        });
        if (heard.records == 0) {
            assertThat(Finding.anyError(heard.findings)).as(file.toString()).isTrue();
        }
    }

    private static final class Heard implements RecordSink {

        private final List<Finding> findings = new ArrayList<>();
        private int records;

        @Override
        public void record(CanonicalRecord content) {
            records++;
        }

        @Override
        public void finding(Finding finding) {
            // what the mapping itself leaves out is told of every document
            if (!finding.message().en().startsWith("The mapping does not read")) {
                findings.add(finding);
            }
        }
    }
}
