package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.jianxi.gateway.canonical.CheckDigits;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What GB 11643 and the notices demand of a trainee by itself. */
class TraineeClausesTest {

    private static final String NUMBER = Trainees.idNumber("2001-03-15", 2);

    @Test
    void gb11643TakesTheRightCheckDigitAndNoOther() {
        var last = NUMBER.charAt(17);
        for (var digit : "0123456789X".toCharArray()) {
            var found = ClauseBatch.trainee(with(NUMBER.substring(0, 17) + digit));
            assertThat(found).hasSize(digit == last ? 0 : 1);
            assertThat(found).allSatisfy(finding -> {
                assertThat(finding.rule()).isEqualTo("F-CITIZEN-ID");
                assertThat(finding.isError()).isTrue();
                assertThat(finding.message().zh()).isEqualTo("公民身份号码校验位不符");
                assertThat(finding.message().toString()).doesNotContain(NUMBER.substring(6, 14));
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"20010229", "20010431", "20011301", "20000230", "19000229"})
    void gb11643DemandsADayThatWas(String day) {
        assertThat(ClauseBatch.trainee(with(Trainees.idNumber(day, 2))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message().zh()).isEqualTo("公民身份号码第7至14位不是真实的日期"));
    }

    @Test
    void gb11643KnowsTheLeapDay() {
        var born = with(Trainees.idNumber("2000-02-29", 2)).put("birthDate", "2000-02-29");

        assertThat(ClauseBatch.trainee(born)).isEmpty();
    }

    @Test
    void aSmallXIsWrittenAnewAndToldInTheCanonicalFormToo() {
        var number = numberEndingWithX();
        var found = ClauseBatch.trainee(with(number.replace('X', 'x')));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("F-ID-WRITTEN");
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
        });
        assertThat(ClauseBatch.trainee(with(number))).isEmpty();
    }

    @Test
    void fullWidthDigitsAreRefusedInTheCanonicalFormAndWrittenAnewByAMapping() {
        var wide = new StringBuilder();
        NUMBER.chars().forEach(one -> wide.append((char) (one + 0xFEE0)));

        assertThat(ClauseBatch.trainee(with(wide.toString())))
                .extracting(Finding::rule)
                .containsExactly("F-CITIZEN-ID");
        var read = FieldLanguage.read(
                "trainees", "fields:\n  idNumber: /sfz\n", "{\"sfz\": \" %s\u3000\"}".formatted(wide));
        assertThat(read.content().text("idNumber")).contains(NUMBER);
        assertThat(read.findings().stream()
                        .filter(finding -> "idNumber".equals(finding.at().field())))
                .extracting(Finding::rule)
                .containsExactly("F-ID-WRITTEN");
    }

    @Test
    void sexAndBirthDateThatTheNumberContradictsAreWarnings() {
        var found = ClauseBatch.trainee(with(NUMBER).put("sex", "1").put("birthDate", "2001-03-16"));

        assertThat(found).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("F-ID-AGREES");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
        assertThat(found).extracting(finding -> finding.at().field()).containsExactly("birthDate", "sex");
    }

    @Test
    void aPassportKeepsNoCheckDigitAndSaysNothingOfItsOwner() {
        assertThat(ClauseBatch.trainee(with("E12345678").put("idType", "414").put("sex", "1")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"530121", "530321", "530421"})
    void aDeadDivisionCodeIsANoticeOnly(String code) {
        assertThat(ClauseBatch.trainee(with(NUMBER).put("registeredDivision", code)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("F-DIVISION-OLD");
                    assertThat(finding.severity()).isEqualTo(Severity.INFO);
                });
    }

    @Test
    void aDeadDivisionCodeInsideTheNumberIsNoMatterAtAll() {
        var first17 = "530121" + NUMBER.substring(6, 17);
        var number = first17 + CheckDigits.citizen(first17);

        assertThat(ClauseBatch.trainee(with(number))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "01, 11, false",
        "01, 21, false",
        "01, 31, false",
        "01, 41, true",
        "01, 61, true",
        "02, 41, false",
        "02, 47, false",
        "02, 31, true",
        "02, 61, true"
    })
    void clause3OfTheProvinceTellsCategoriesApartByEducation(String category, String education, boolean warned) {
        var found = ClauseBatch.trainee(with(NUMBER).put("category", category).put("education", education));

        assertThat(found).hasSize(warned ? 1 : 0).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("F-CATEGORY");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.clause()).isEqualTo("云人社发〔2023〕18号 三");
            assertThat(finding.at().field()).isEqualTo("category");
        });
    }

    @Test
    void clause3OfTheProvinceSpeaksOfYoungPeopleWhoAreUnemployed() {
        var youth = with(NUMBER).put("category", "03").put("education", "61").put("unemploymentRegistered", true);

        assertThat(ClauseBatch.trainee(youth)).isEmpty();
        assertThat(ClauseBatch.trainee(youth.put("unemploymentRegistered", false)))
                .extracting(Finding::rule)
                .containsExactly("F-CATEGORY");
    }

    private static ObjectNode with(String number) {
        return Trainees.graduate(1).put("idNumber", number);
    }

    private static String numberEndingWithX() {
        for (var order = 2; order < 100; order += 2) {
            var number = Trainees.idNumber("2001-03-15", order);
            if (number.endsWith("X")) {
                return number;
            }
        }
        throw new AssertionError("no order gives an X");
    }
}
