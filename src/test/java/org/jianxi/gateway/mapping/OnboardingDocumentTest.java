package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.StatedRule;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.FileSchema;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.mapping.clause.ClauseRule;
import org.jianxi.gateway.mapping.conversion.FieldDemand;
import org.jianxi.gateway.mapping.notation.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever has only the document must get along: every example in it loads as it stands, and every word is in it. */
class OnboardingDocumentTest {

    private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile("`([a-z][A-Za-z]+: (?:\\{[^`]*\\}|\\[[^`]*\\]|/?[\\p{L}0-9]+))`");
    private static final FileSchema SOURCES = FileSchema.read(Path.of("schemas/source.schema.json"));

    static Stream<String> blocks() throws IOException {
        return BLOCK.matcher(document()).results().map(found -> found.group(1));
    }

    static Stream<String> fieldExamples() throws IOException {
        var words = document()
                .substring(document().indexOf("### Addresses"), document().indexOf("### Expressions"));
        return FIELD.matcher(words)
                .results()
                .map(found -> found.group(1))
                .filter(example -> !example.equals("code: divisions"));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void everyExampleLoads(String yaml) {
        if (yaml.contains("\ndoor:")) {
            SOURCES.check(YamlFile.parse("source.yaml", yaml));
            return;
        }
        assertThat(load(yaml).dataset()).isNotEmpty();
    }

    @Test
    void thereAreExamplesOfEveryFormatAndOfBothKinds() throws IOException {
        var mappings = blocks().filter(yaml -> !yaml.contains("\ndoor:"))
                .map(OnboardingDocumentTest::load)
                .toList();

        assertThat(mappings.stream().filter(MappingFile::isOfRecords).map(MappingFile::format))
                .contains(Format.XLSX, Format.CSV, Format.JSON, Format.XML);
        assertThat(mappings.stream().filter(mapping -> !mapping.isOfRecords()).map(MappingFile::format))
                .contains(Format.XLSX, Format.CSV, Format.XML);
    }

    /** A worked example that would make an incomplete record is a bad teacher. */
    @ParameterizedTest
    @MethodSource("blocks")
    void theExamplesMapEveryRequiredField(String yaml) {
        if (!yaml.contains("\ndoor:") && load(yaml).isOfRecords()) {
            assertThat(load(yaml).ofRecords().fields().unmapped()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("fieldExamples")
    void theExampleOfEveryWordLoadsInSomeDataset(String example) {
        var name = example.substring(0, example.indexOf(':'));
        var loaded = Home.DICTIONARY.datasets().all().stream()
                .filter(dataset -> dataset.isOfRecords() && dataset.find(name).isPresent())
                .flatMap(dataset -> Stream.of(
                                "xlsx\nsheet: a\nheader: {row: 1}\njoin: {placement: {sheet: b, header: {row: 1}, on: {x: y}}}",
                                "json")
                        .map(format -> "source: a1\ndataset: %s\nformat: %s\nfields:\n  %s\n"
                                .formatted(dataset.id(), format, example)))
                .filter(OnboardingDocumentTest::loads)
                .toList();

        assertThat(loaded).as(example).isNotEmpty();
    }

    @Test
    void everyWordOfTheSchemaIsExplained() throws IOException {
        var schema = YamlFile.read(Path.of("schemas/mapping.schema.json")).tree();
        var words = Stream.of(
                        schema.get("properties"),
                        schema.at("/$defs/field/properties"),
                        schema.at("/$defs/figure/properties"))
                .flatMap(part -> part.propertyNames().stream())
                .collect(Collectors.toSet());
        var document = document();

        assertThat(words)
                .allSatisfy(word -> assertThat(document).containsPattern("`[^`\n]*\\b" + word + "\\b[^`\n]*`"));
    }

    @Test
    void everyRuleOfFieldsIsExplained() throws IOException {
        var document = document();

        assertThat(Stream.<StatedRule>concat(Stream.of(FieldDemand.values()), Stream.of(ClauseRule.values()))
                        .map(StatedRule::id)
                        .toList())
                .allSatisfy(rule -> assertThat(document).contains("`" + rule + "`"));
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("docs/onboarding-a-source.md"), StandardCharsets.UTF_8);
    }

    private static boolean loads(String yaml) {
        try {
            load(yaml);
            return true;
        } catch (FileProblem refused) {
            return false;
        }
    }

    private static MappingFile load(String yaml) {
        return MappingFile.of(
                "example.yaml", yaml.getBytes(StandardCharsets.UTF_8), Home.SCHEMA, Home.DEFINITIONS, Home::hash);
    }
}
