package org.jianxi.gateway.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.forms.Code;
import org.jianxi.gateway.forms.Datasets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code schemas/duties}: what is asked of an office is data with its date and clause. */
class DatedDutiesTest {

    private static final Path HOME = Path.of("");
    private static final Datasets DATASETS = Datasets.load(HOME);

    @TempDir
    Path folder;

    @BeforeEach
    void theFilesInForce() throws IOException {
        Files.createDirectories(folder.resolve("schemas/duties"));
        for (var file : new String[] {"schemas/duties.schema.json", "schemas/duties/2023.yaml"}) {
            Files.copy(HOME.resolve(file), folder.resolve(file));
        }
    }

    @Test
    void theNoticesOf2023AskSevenThingsEachWithItsClause() {
        var rules = DatedDuties.load(HOME, DATASETS).in(Period.of("2023-06")).orElseThrow();

        assertThat(rules.duties())
                .extracting(Duty::measure, duty -> duty.named().clause())
                .containsExactly(
                        tuple(Measure.DEMONSTRATION_POSTS, "人社部发〔2023〕27号 二(二)"),
                        tuple(Measure.POST_KINDS, "人社部发〔2023〕27号 二(二)"),
                        tuple(Measure.MATCHING_EVENTS, "人社部发〔2023〕27号 二(三)"),
                        tuple(Measure.MENTORS, "人社部发〔2023〕27号 二(五)"),
                        tuple(Measure.UNIT_REVIEW, "云人社发〔2023〕18号 三"),
                        tuple(Measure.PUBLICATION_TIME, "云人社发〔2023〕18号 一；docs/duties.md"),
                        tuple(Measure.PUBLISHED_POSTS, "云人社发〔2023〕18号 一"));
        assertThat(rules.kinds())
                .extracting(Code::code)
                .containsExactly("RESEARCH", "SKILL", "MANAGEMENT", "SOCIAL_SERVICE");
    }

    @Test
    void noFileSpeaksOfAMonthBeforeTheFirst() {
        assertThat(DatedDuties.load(HOME, DATASETS).in(Period.of("2022-12"))).isEmpty();
    }

    @Test
    void aLaterFileTakesThePlaceOfAnEarlierOneAndMayAskLess() throws IOException {
        var later = text().replace("YN-2023", "YN-2024").replace("2023-01\n", "2024-03\nvalidTo: 2024-12\n");
        write("2024.yaml", later.substring(0, later.indexOf("  postKinds:")));

        var dated = DatedDuties.load(folder, DATASETS);

        assertThat(dated.in(Period.of("2024-02")).orElseThrow().id()).isEqualTo("YN-2023");
        assertThat(dated.in(Period.of("2024-03")).orElseThrow().duties())
                .extracting(Duty::measure)
                .containsExactly(Measure.DEMONSTRATION_POSTS);
        assertThat(dated.in(Period.of("2025-01"))).isEmpty();
    }

    @Test
    void twoFilesThatBeginInOneMonthAreRefused() throws IOException {
        write("again.yaml", text());

        assertThatThrownBy(() -> DatedDuties.load(folder, DATASETS))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("is also the first month of");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "leastPercent: 1\\n|leastPercent: 0\\n|/duties/demonstrationPosts/leastPercent",
                "leastPercent: 1\\n|leastPercent: '1'\\n|/duties/demonstrationPosts/leastPercent",
                "leastPercent: 1\\n|leastPercent: 1\\n    withinDays: 2\\n|/duties/demonstrationPosts/withinDays",
                "validFrom: 2023-01|validFrom: 2023-13|/validFrom",
                "validFrom: 2023-01|validFrom: 2023-01\\nvalidTo: 2022-12|is before validFrom",
                "SKILL, MANAGEMENT|SKILL, OFFICE|OFFICE is no code of category",
                "[PUBLISHED, FILLED]|[PUBLISHED, SHOWN]|SHOWN is no code of status",
                "dueInMonth: 12|dueInMonth: 13|/duties/unitReview/dueInMonth",
                "leastEachQuarter: 1|leastEachQuarter: one|/duties/matchingEvents/leastEachQuarter",
                "withinDays: 10|withinDays: -1|/duties/publicationTime/withinDays",
                "clause: 人社部发〔2023〕27号 二(五)|clause: \"\"|/duties/mentors/clause",
                "  mentors:|  tutors:|/duties/tutors"
            })
    void aDutyThatCannotBeUsedIsRefusedWithItsLine(String good, String bad, String why) throws IOException {
        assertThat(text()).contains(good.replace("\\n", "\n"));
        write("2023.yaml", text().replace(good.replace("\\n", "\n"), bad.replace("\\n", "\n")));

        assertThatThrownBy(() -> DatedDuties.load(folder, DATASETS))
                .isInstanceOfSatisfying(FileProblem.class, problem -> {
                    assertThat(problem.getMessage()).contains(why);
                    assertThat(problem.line()).isPositive();
                });
    }

    private static String text() throws IOException {
        return Files.readString(HOME.resolve("schemas/duties/2023.yaml"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve("schemas/duties").resolve(name), text);
    }
}
