package org.jianxi.gateway.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.forms.FieldType;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.mapping.MappingContext;
import org.jianxi.gateway.mapping.MappingDrafts;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.mapping.RecordMapper;
import org.jianxi.gateway.mapping.RecordSink;
import org.jianxi.gateway.mapping.table.Content;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drafts for records, made from every sample of records there is: they load, they run, and nobody's data is in them. */
class SuggestedRecordsTest {

    private static final Path HOME = Path.of("");
    private static final ReturnForms FORMS = ReturnForms.load(HOME, Sm3::of);
    private static final Suggester SUGGESTER = Suggester.open(HOME);
    private static final MappingDrafts DRAFTS = new MappingDrafts(HOME, FORMS, Sm3::of);
    private static final int SHORTEST_TELLING = 3;

    /** A sample beside the mapping that is in force for it. */
    record Case(Path mapping, Path sample) {

        MappingFile inForce() {
            return MappingFile.load(HOME, mapping, FORMS, Sm3::of);
        }

        MediaType type() {
            return MediaType.ofFileName(sample.toString()).orElseThrow();
        }

        @Override
        public String toString() {
            return HOME.relativize(sample).toString();
        }
    }

    static Stream<Case> samplesOfRecords() throws IOException {
        var cases = new ArrayList<Case>();
        try (var mappings = Files.find(Path.of("mappings"), 2, (file, is) -> isOfRecords(file))) {
            for (var mapping : mappings.sorted().toList()) {
                var dataset = String.valueOf(mapping.getFileName()).replace(".yaml", "");
                try (var samples = Files.list(mapping.resolveSibling("samples"))) {
                    samples.filter(sample ->
                                    String.valueOf(sample.getFileName()).matches(dataset + "-.*\\.in\\..*"))
                            .sorted()
                            .forEach(sample -> cases.add(new Case(mapping, sample)));
                }
            }
        }
        return cases.stream();
    }

    private static boolean isOfRecords(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.endsWith(".yaml") && !name.equals("source.yaml") && !name.equals(Dataset.MONTHLY_RETURN + ".yaml");
    }

    @Test
    void thereAreSamplesInEveryFormat() throws Exception {
        assertThat(samplesOfRecords().map(Case::type))
                .contains(MediaType.XLSX, MediaType.CSV, MediaType.JSON, MediaType.XML);
    }

    @ParameterizedTest
    @MethodSource("samplesOfRecords")
    void theDraftLoadsAndReadsEveryRecordOfItsSample(Case one) throws Exception {
        var drafted = read(DRAFTS.read(suggest(one).draft()), one);
        var inForce = read(one.inForce(), one);

        assertThat(drafted.records).hasSizeGreaterThanOrEqualTo(inForce.records.size());
        assertThat(drafted.findings.stream().map(Finding::rule)).noneMatch(rule -> rule.startsWith("S-"));
    }

    @ParameterizedTest
    @MethodSource("samplesOfRecords")
    void nothingOfAnybodyIsInTheDraftOrInWhatIsPrinted(Case one) throws Exception {
        var mapping = one.inForce();
        var said = suggest(one).document().toString();
        var values = new ArrayList<String>();
        for (var content : read(mapping, one).records) {
            mapping.fields().stream()
                    .filter(field -> field.personal().isHidden() && !(field.type() instanceof FieldType.Coded))
                    .forEach(field -> content.find(field.name()).ifPresent(value -> values.add(value.written())));
        }

        assertThat(values.isEmpty()).isEqualTo(mapping.dataset().equals("posts"));
        assertThat(values.stream().filter(value -> value.length() >= SHORTEST_TELLING))
                .noneMatch(said::contains)
                .noneMatch(value -> said.contains(value.replace("-", "")));
    }

    @Test
    void whatKindOfDocumentTheNumbersAreOfIsSaidByTheirShape() throws Exception {
        var one = samplesOfRecords()
                .filter(each -> each.toString().contains("trainees-2023-06.in"))
                .findFirst()
                .orElseThrow();

        var suggestion = suggest(one);

        assertThat(suggestion.draft()).contains("idType: {const: '111'}");
        assertThat(suggestion.missing()).doesNotContain("idType");
        assertThat(suggestion.isWhole()).isTrue();
    }

    private static Suggestion suggest(Case one) throws Exception {
        var dataset = one.inForce().dataset();
        return SUGGESTER.suggest(
                new Suggester.OfRecords("draft", dataset), one.type(), Files.readAllBytes(one.sample()));
    }

    private static Kept read(MappingFile mapping, Case one) throws IOException {
        var kept = new Kept();
        var context = new MappingContext(
                one.type(), Optional.of(Period.of("2023-06")), Optional.empty(), Divisions.reportingUnits(HOME));
        new RecordMapper().map(mapping, new Content.InMemory(Files.readAllBytes(one.sample())), context, kept);
        return kept;
    }

    private static final class Kept implements RecordSink {
        private final List<CanonicalRecord> records = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        @Override
        public void record(CanonicalRecord content) {
            records.add(content);
        }

        @Override
        public void finding(Finding finding) {
            findings.add(finding);
        }
    }
}
