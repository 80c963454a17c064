package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jianxi.gateway.documents.FileProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeFieldTest {

    @ParameterizedTest
    @CsvSource({
        "sex,女,2",
        "sex,1,1",
        "sex,男性,1",
        "ethnicity,彝族,07",
        "ethnicity,彝,07",
        "ethnicity,7,07",
        "education,本科,21",
        "education,大学本科毕业,21",
        "category,03,03",
        "category,3,03",
        "category,16－24岁失业青年,03",
        "category,离校2年内未就业高校毕业生,01",
        "idType,身份证,111",
        "skillLevel,高级工,3"
    })
    void withoutATableTheDictionarysCodesAndWordsAreRead(String field, String written, String code) {
        assertThat(FieldLanguage.text("trainees", field, "", written)).isEqualTo(code);
    }

    @Test
    void anUnknownWordIsAnErrorOrTheAgreedDefaultWithAWarning() {
        var table = "codes: {应届: '01', 中职: '02'}";

        assertThat(FieldLanguage.text("trainees", "category", table, "应届")).isEqualTo("01");
        assertThat(FieldLanguage.text("trainees", "category", table, "社会人员")).isEqualTo("- F-CODE");
        assertThat(FieldLanguage.text("trainees", "category", table + ", orElse: '03'", "社会人员"))
                .isEqualTo("03 F-CODE-OTHER");
    }

    @Test
    void aSourcesOwnTableIsNotMixedUpWithTheDictionarysDigits() {
        assertThat(FieldLanguage.text("trainees", "sex", "codes: {'1': '2', '0': '1'}", "2"))
                .isEqualTo("- F-CODE");
        assertThat(FieldLanguage.text("trainees", "sex", "codes: {'1': '2', '0': '1'}", "1"))
                .isEqualTo("2");
        assertThat(FieldLanguage.text("trainees", "sex", "codes: {'1': '2', '0': '1'}", "女"))
                .isEqualTo("2");
    }

    @Test
    void aWordByWhichTheSourceStatesNothingIsABlank() {
        var table = "codes: {应届: '01', 不详: null, '0': null}";

        assertThat(FieldLanguage.text("trainees", "degree", "codes: {不详: null}", " 不 详 "))
                .isEqualTo("-");
        assertThat(FieldLanguage.text("trainees", "degree", "codes: {不详: null}", "学士"))
                .isEqualTo("4");
        assertThat(FieldLanguage.field("placements", "endKind", "codes: {'0': null, '1': TERM_COMPLETED}", "0"))
                .as("a number of the document's own too")
                .isEqualTo("-");
        assertThat(FieldLanguage.text("trainees", "category", table, "不详"))
                .as("what is required is missed as if it were blank")
                .isEqualTo("- F-REQUIRED");
        assertThat(FieldLanguage.text("trainees", "category", table, "别的")).isEqualTo("- F-CODE");
        assertThat(FieldLanguage.text("trainees", "category", table + ", blankAs: 应届", "不详"))
                .isEqualTo("01");
        assertThat(FieldLanguage.text("trainees", "graduatedOn", "as: yyyyMMdd, codes: {'00000000': null}", "00000000"))
                .as("a date that is none, as systems write it")
                .isEqualTo("-");
        assertThat(FieldLanguage.text("trainees", "graduatedOn", "as: yyyyMMdd, codes: {'00000000': null}", "20230630"))
                .isEqualTo("2023-06-30");
        assertThat(FieldLanguage.text("units", "divisionCode", "codes: {其他: null, 高新区: '530102'}", "高新区"))
                .isEqualTo("530102");
    }

    @Test
    void aTableMayOnlyLeadToCodesThatExist() {
        assertThatThrownBy(() -> FieldLanguage.text("trainees", "category", "codes: {应届: '1'}", "应届"))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("test.yaml:5")
                .hasMessageContaining("is no code of this field");
    }

    @ParameterizedTest
    @CsvSource({
        "是,true",
        "√,true",
        "有,true",
        "1,true",
        "TRUE,true",
        "否,false",
        "×,false",
        "0,false",
        "N,false",
        "也许,- F-TRUTH",
        "'',-"
    })
    void yesAndNoInTheUsualWords(String written, String read) {
        assertThat(FieldLanguage.text("placements", "medicalInsurance", "", written))
                .isEqualTo(read);
    }

    @Test
    void yesAndNoInTheSourcesWordsOnly() {
        var words = "yes: [已办, √], no: [否, '']";

        assertThat(FieldLanguage.text("placements", "medicalInsurance", words, "已办"))
                .isEqualTo("true");
        assertThat(FieldLanguage.text("placements", "medicalInsurance", words, ""))
                .isEqualTo("false");
        assertThat(FieldLanguage.text("placements", "medicalInsurance", words, "是"))
                .isEqualTo("- F-TRUTH");
        assertThat(FieldLanguage.field("placements", "medicalInsurance", words, "true"))
                .isEqualTo("true");
        assertThat(FieldLanguage.text("placements", "medicalInsurance", "blankAs: no", ""))
                .isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource({
        "530102,530102",
        "530102000,530102",
        "530102000000,530102",
        "530102005,530102 F-DIVISION-CUT",
        "530121,530121 F-DIVISION-OLD",
        "110101,- F-DIVISION",
        "539999,- F-DIVISION",
        "5301,- F-DIVISION",
        "五华区,- F-DIVISION"
    })
    void divisionsComeIn6And9And12Digits(String written, String read) {
        assertThat(FieldLanguage.text("units", "divisionCode", "", written)).isEqualTo(read);
    }

    @Test
    void divisionsComeByNameWhereThatWasAgreed() {
        assertThat(FieldLanguage.text("units", "divisionCode", "code: divisions", "昆明市五华区"))
                .isEqualTo("530102");
        assertThat(FieldLanguage.text("units", "divisionCode", "code: divisions", "云南省 昆明市 五华区"))
                .isEqualTo("530102");
        assertThat(FieldLanguage.text("units", "divisionCode", "code: divisions", "某某区"))
                .isEqualTo("- F-DIVISION");
        assertThat(FieldLanguage.text("units", "divisionCode", "codes: {高新区: '530102'}", "高新区"))
                .isEqualTo("530102");
        assertThat(FieldLanguage.text("trainees", "registeredDivision", "", "110101"))
                .isEqualTo("110101");
        assertThat(FieldLanguage.text("units", "reportingOffice", "", "昆明市")).isEqualTo("530100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.23457E+17", "5.3E17"})
    void aLongNumberThatASpreadsheetDamagedIsSaidToBeSo(String written) {
        assertThat(FieldLanguage.text("trainees", "idNumber", "", written)).isEqualTo("- F-DAMAGED");
        assertThat(FieldLanguage.text("units", "uscc", "", written)).isEqualTo("- F-DAMAGED");
        assertThat(FieldLanguage.field("units", "bankAccountNo", "", written)).isEqualTo("- F-DAMAGED");
    }

    @Test
    void textIsNeverCutAndInvisibleCharactersAreTold() {
        assertThat(FieldLanguage.text("posts", "title", "", "岗".repeat(101))).isEqualTo("- F-TEXT");
        assertThat(FieldLanguage.text("posts", "title", "", "　文员  ")).isEqualTo("文员");
        assertThat(FieldLanguage.text("posts", "title", "", "文\u200b员")).isEqualTo("文员 F-CHARACTERS");
        assertThat(FieldLanguage.text("posts", "title", "", "文\u202e员")).isEqualTo("- F-TEXT");
        assertThat(FieldLanguage.text("trainees", "name", "", "阿依 • 古丽")).isEqualTo("阿依·古丽");
        assertThat(FieldLanguage.text("trainees", "name", "", "张　三")).isEqualTo("张三");
        assertThat(FieldLanguage.text("trainees", "mobile", "", "１３８ 0000 0000"))
                .isEqualTo("13800000000");
        assertThat(FieldLanguage.text("trainees", "mobile", "", "0871-1234567")).isEqualTo("- F-TEXT");
    }

    @Test
    void aDivisionThatASpreadsheetRoundedIsDamagedAndNotMerelyUnknown() {
        assertThat(FieldLanguage.text("units", "divisionCode", "", "5.30302E+11"))
                .isEqualTo("- F-DAMAGED");
    }
}
