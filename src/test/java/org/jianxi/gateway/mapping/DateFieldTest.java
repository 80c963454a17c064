package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jianxi.gateway.documents.FileProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFieldTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20230601",
                "2023-06-01",
                "2023-6-1",
                "2023/6/1",
                "2023/06/01",
                "2023.6.1",
                "2023年6月1日",
                "2023 年 6 月 1 日",
                "２０２３－０６－０１",
                " 2023-06-01　",
                "二〇二三年六月一日",
                "二零二三年六月一号",
                "202306010000",
                "20230601000000",
                "2023-06-01T00:00:00",
                "2023-06-01 00:00",
                "2023-05-31T16:00:00Z",
                "2023-06-01T00:00:00.000+08:00"
            })
    void everyWayOfWritingADayThatIsCertainIsRead(String written) {
        assertThat(FieldLanguage.text("placements", "startOn", "", written)).isEqualTo("2023-06-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "23-6-1",
                "23.06.01",
                "23年6月1日",
                "2023-02-30",
                "2023-13-01",
                "20231301",
                "1823-06-01",
                "六月一日",
                "2023-6",
                "2023年6月",
                "202306",
                "45078",
                "1.23457E+17",
                "6/1/2023",
                "2023-06-01x"
            })
    void whatIsNoCertainDayIsRefused(String written) {
        assertThat(FieldLanguage.text("placements", "startOn", "", written)).isEqualTo("- F-DATE");
    }

    @Test
    void aTimeOfDayIsNotDroppedInSilence() {
        assertThat(FieldLanguage.text("placements", "startOn", "", "2023-06-01 09:30:00"))
                .isEqualTo("2023-06-01 F-DATE-CUT");
    }

    @Test
    void aSerialNumberIsADayOnlyWhereThatWasAgreed() {
        assertThat(FieldLanguage.field("placements", "startOn", "as: excel", "45078"))
                .isEqualTo("2023-06-01");
        assertThat(FieldLanguage.field("placements", "startOn", "as: excel-1904", "43616"))
                .isEqualTo("2023-06-01");
        assertThat(FieldLanguage.field("placements", "startOn", "as: excel", "60"))
                .isEqualTo("- F-DATE");
        assertThat(FieldLanguage.field("placements", "startOn", "as: excel", "1"))
                .isEqualTo("1900-01-01");
        assertThat(FieldLanguage.field("placements", "startOn", "", "20230601")).isEqualTo("2023-06-01");
    }

    @Test
    void theFirstAgreedFormThatFitsCountsAndNoOther() {
        var agreed = "as: [yyyy年M月d日, excel]";

        assertThat(FieldLanguage.text("placements", "startOn", agreed, "2023年6月1日"))
                .isEqualTo("2023-06-01");
        assertThat(FieldLanguage.text("placements", "startOn", agreed, "45078")).isEqualTo("2023-06-01");
        assertThat(FieldLanguage.text("placements", "startOn", agreed, "2023-06-01"))
                .isEqualTo("- F-DATE");
    }

    @ParameterizedTest
    @CsvSource({"first,2023年6月,2023-06-01", "last,2023年6月,2023-06-30", "last,二〇二四年二月,2024-02-29"})
    void aMonthIsADayOnlyWhereItsFirstOrLastWasAgreed(String day, String written, String read) {
        assertThat(FieldLanguage.text("trainees", "graduatedOn", "as: yyyy年M月, day: " + day, written))
                .isEqualTo(read);
        assertThatThrownBy(() -> FieldLanguage.text("trainees", "graduatedOn", "as: yyyy年M月", written))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("day: first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-06", "202306", "2023年6月", "2023/6", "2023.06", "2023-06-01", "20230601", "二〇二三年六月"})
    void aMonthIsReadFromAnyMonthAndFromItsFirstDay(String written) {
        assertThat(FieldLanguage.text("payments", "periodFrom", "", written)).isEqualTo("2023-06");
    }

    @Test
    void theDayOfAMonthIsDroppedInSilenceOnlyWhereItWasAgreed() {
        assertThat(FieldLanguage.text("payments", "periodFrom", "", "2023-06-15"))
                .isEqualTo("2023-06 F-DATE-CUT");
        assertThat(FieldLanguage.text("payments", "periodFrom", "as: yyyy-MM-dd", "2023-06-15"))
                .isEqualTo("2023-06");
    }

    @ParameterizedTest
    @CsvSource({
        "202306011530,2023-06-01T15:30:00",
        "20230601153045,2023-06-01T15:30:45",
        "2023-06-01T07:30:00Z,2023-06-01T15:30:00"
    })
    void stampsOf12And14DigitsAndIsoAreMoments(String written, String read) {
        assertThat(FieldLanguage.text("post-publications", "generatedAt", "", written))
                .isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"—", "/", "", "  ", "无"})
    void nothingIsNotADate(String written) {
        assertThat(FieldLanguage.text("placements", "actualEndOn", "", written)).isEqualTo("-");
    }
}
