package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.mapping.clause.KnownTrainees;
import org.jianxi.gateway.mapping.clause.TraineeFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 云人社发〔2023〕18号 三: who may take a placement, judged with what is known of the trainee. */
class EligibilityClausesTest {

    @ParameterizedTest
    @CsvSource({
        "01, 2021-06-30, 2023-06-30, false",
        "01, 2021-06-30, 2023-07-01, true",
        "02, 2021-06-30, 2023-07-01, true",
        "03, 2021-06-30, 2023-07-01, false",
        "01, 2020-02-29, 2022-02-28, false",
        "01, 2020-02-29, 2022-03-01, true",
        "01, 2022-02-28, 2024-02-28, false",
        "01, 2022-02-28, 2024-02-29, true"
    })
    void clause3GivesAGraduateTwoYearsFromTheDiplomasIssue(
            String category, LocalDate issued, String start, boolean late) {
        var found = started(start, new TraineeFacts(category, day("2002-01-01"), Optional.of(issued)));

        assertThat(found).hasSize(late ? 1 : 0).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("F-TWO-YEARS");
            assertThat(finding.isError()).isTrue();
            assertThat(finding.clause()).isEqualTo("云人社发〔2023〕18号 三");
            assertThat(finding.at().field()).isEqualTo("startOn");
            assertThat(finding.message().toString()).doesNotContain(start).doesNotContain(issued.toString());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "03, 2007-06-30, 2023-06-30, ",
        "03, 2007-07-01, 2023-06-30, 未满16周岁",
        "03, 1998-07-01, 2023-06-30, ",
        "03, 1998-06-30, 2023-06-30, 已满25周岁",
        "01, 1990-06-30, 2023-06-30, ",
        "03, 2008-02-29, 2024-02-28, 未满16周岁",
        "03, 2008-02-29, 2024-02-29, ",
        "03, 2004-02-29, 2029-02-28, ",
        "03, 2004-02-29, 2029-03-01, 已满25周岁"
    })
    void clause3AsksAnUnemployedYoungPersonToBe16To24OnTheDayOfTheAgreement(
            String category, String born, String signed, String wrong) {
        var found = started(signed, new TraineeFacts(category, day(born), day("2023-06-01")));

        if (wrong == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().satisfies(finding -> {
                assertThat(finding.rule()).isEqualTo("F-AGE");
                assertThat(finding.isError()).isTrue();
                assertThat(finding.at().field()).isEqualTo("agreementSignedOn");
                assertThat(finding.message().zh()).contains(wrong).doesNotContain(born);
            });
        }
    }

    @Test
    void aTraineeWhoWasNeverDeliveredIsANoticeBecauseClause3CouldNotBeJudged() {
        assertThat(ClauseBatch.of("placements", Trainees.placement(1), id -> Optional.empty()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("F-TRAINEE");
                    assertThat(finding.severity()).isEqualTo(Severity.INFO);
                    assertThat(finding.message().toString()).doesNotContain("T-1");
                });
        assertThat(ClauseBatch.of("placements", Trainees.placement(1), KnownTrainees.NONE))
                .isEmpty();
    }

    @Test
    void ofAStatedBirthDateAndACitizensNumberTheNumberCounts() {
        var number = Trainees.idNumber("2007-07-01", 2);
        var read = FieldLanguage.read(
                "trainees",
                "fields:\n  idNumber: /sfz\n  birthDate: /sr\n  category: {const: '03'}\n",
                "{\"sfz\": \"%s\", \"sr\": \"2000-01-01\"}".formatted(number));

        assertThat(TraineeFacts.of(read.content()))
                .isEqualTo(new TraineeFacts("03", day("2007-07-01"), Optional.empty()));
    }

    /** Signed and begun on the same day. */
    private static List<Finding> started(String start, TraineeFacts facts) {
        var first = LocalDate.parse(start);
        return ClauseBatch.of(
                "placements",
                Trainees.placement(1)
                        .put("startOn", start)
                        .put("agreementSignedOn", start)
                        .put("plannedEndOn", first.plusMonths(6).toString()),
                id -> Optional.of(facts).filter(known -> id.equals("T-1")));
    }

    private static Optional<LocalDate> day(String written) {
        return Optional.of(LocalDate.parse(written));
    }
}
