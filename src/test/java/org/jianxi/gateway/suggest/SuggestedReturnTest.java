package org.jianxi.gateway.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.mapping.Mapper;
import org.jianxi.gateway.mapping.MappingContext;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drafts for monthly returns, held against the mappings that are in force. */
class SuggestedReturnTest {

    private static final Path HOME = Path.of("");
    private static final ReturnForms FORMS = ReturnForms.load(HOME, Sm3::of);
    private static final Suggester SUGGESTER = Suggester.open(HOME);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "honghe, 2023-06-honghe.in.csv, 532500",
        "yunjiu, 2023-06-dali.in.xml, 532900",
        "zhijian, 2023-06-lijiang.in.json, 530700",
        "official, 2023-06-nujiang.in.xlsx, 533300",
        "qujing, 2023-06.in.xlsx, 530300",
        "yuxi, 2023-06.in.csv, 530400",
        "baoshan, 2023-06.in.json, 530500",
        "zhaotong, 2023-06.in.xml, 530600"
    })
    void everyFigureIsPlacedAndTheDraftReadsItsOwnSample(String source, String sample, String sender) throws Exception {
        var file = Path.of("mappings", source, "samples", sample);
        var suggestion = suggest(file);

        assertThat(suggestion.missing()).doesNotContain("1", "7", "10", "14");
        var mapping = load(suggestion);
        var type = MediaType.ofFileName(sample).orElseThrow();
        var units = Divisions.reportingUnits(HOME);
        var context = new MappingContext(type, Optional.of(Period.of("2023-06")), Sender.parse(sender), units);
        var read = new Mapper().map(mapping, Files.readAllBytes(file), context);
        var truth = new Mapper()
                .map(
                        MappingFile.load(HOME, Path.of("mappings", source, "monthly-return.yaml"), FORMS, Sm3::of),
                        Files.readAllBytes(file),
                        context);
        // zhijian's blank is vouched for in writing, which no sample can tell
        assertThat(read.findings().stream().filter(Finding::isError))
                .hasSizeLessThanOrEqualTo(source.equals("zhijian") ? 1 : 0);
        if (!source.equals("zhijian")) {
            assertThat(read).isEqualTo(truth);
        }
    }

    @Test
    void whatNobodyCanTellIsSaidAndNotInvented() throws Exception {
        var sample = "dwzs,xzdws,foo\n12,1,3\n";
        var suggestion = SUGGESTER.suggest(
                new Suggester.OfReturn("draft", FORMS.find("MOHRSS-2023").orElseThrow()),
                MediaType.CSV,
                sample.getBytes(StandardCharsets.UTF_8));

        assertThat(suggestion.isWhole()).isFalse();
        assertThat(suggestion.missing()).contains("3", "14").doesNotContain("1", "2");
        assertThat(suggestion.left()).containsExactly("foo");
        assertThat(suggestion.draft()).contains("样例中找不到", "#   foo");
        assertThat(load(suggestion).dataset()).isEqualTo("monthly-return");
    }

    @Test
    void theSameSampleGivesTheSameDraft() throws Exception {
        var file = Path.of("mappings/qujing/samples/2023-06.in.xlsx");
        assertThat(suggest(file).draft()).isEqualTo(suggest(file).draft());
    }

    private static Suggestion suggest(Path file) throws Exception {
        return SUGGESTER.suggest(
                new Suggester.OfReturn("draft", FORMS.find("MOHRSS-2023").orElseThrow()),
                MediaType.ofFileName(file.toString()).orElseThrow(),
                Files.readAllBytes(file));
    }

    private MappingFile load(Suggestion suggestion) throws IOException {
        var file = folder.resolve("monthly-return.yaml");
        Files.writeString(file, suggestion.draft());
        return MappingFile.load(HOME, file, FORMS, Sm3::of);
    }
}
